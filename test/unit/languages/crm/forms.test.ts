import assert from 'node:assert/strict';
import { readCursor } from '../../../support/markers';
import { serviceWith } from '../../../support/service';

/** The form at the cursor has `active` as the part that is marked; undefined: no form. */
function checkForm(marked: string, active: string | undefined, asked = true): void {
  const { text, offset } = readCursor(marked);
  const { service, uri } = serviceWith('crm', text);
  const form = service.signature(uri, offset, 'en', asked);
  const part = form?.active === undefined ? undefined : form.parts[form.active];
  assert.equal(part && form?.label.slice(part.start, part.end), active, form?.label);
}

suite('crm forms', () => {
  test('mark what comes next in a constraint', () => {
    checkForm('location <|>', '<id>');
    checkForm('location l1 <|>', '<rsc> | /<pattern>/');
    checkForm('location l1 d1 <|>', '<score>:');
    checkForm('location l1 d1 role=<|>', '[role=<role>] [resource-discovery=<when>]');
    checkForm('location l1 d1 100: <|>', '<node>');
    checkForm('location l1 d1 rule 5: #uname <|>', '| rule <rule>');
    checkForm('colocation c1 <|>', '<score>:');
    checkForm('colocation c1 inf: a <|>', '<rsc>[:<role>] <with-rsc>[:<role>]');
    checkForm('order o1 Mandatory: a:<|>', '<first>[:<action>] <then>[:<action>]');
    checkForm('rsc_ticket k1 T: <|>', '<rsc>[:<role>] …');
  });

  test('mark what comes next elsewhere', () => {
    checkForm('fencing_topology <|>', '[<node>: | attr:<name>=<value> | pattern:<regex>]');
    checkForm('fencing_topology n1: <|>', '<device>[,<device>…] …');
    checkForm('role r1 <|>', 'read | write | deny');
    checkForm('role r1 read <|>', 'xpath:<path> | ref:<id> | type:<tag> [attr:<name>] | <shortcut>');
    checkForm('monitor d1 <|>', '<interval>[:<timeout>]');
    checkForm('primitive d1 <|>', '<class>:<provider>:<type> | @<template>');
  });

  test('are those of the agent within its parameters, a template’s too', () => {
    checkForm('primitive vip IPaddr2 params ip=<|>', 'ip=…');
    checkForm('rsc_template t IPaddr2\nprimitive vip @t params nic=<|>', '[nic=…]');
  });

  test('show by themselves only where people forget the order', () => {
    checkForm('location l1 <|>', '<rsc> | /<pattern>/', false);
    checkForm('primitive d1 <|>', undefined, false);
    checkForm('primitive vip IPaddr2 params ip=<|>', undefined, false);
  });

  test('are none where there is no statement', () => {
    checkForm('# loc<|>', undefined);
    checkForm('<|>', undefined);
    checkForm('loc<|>ation l1 d1', undefined);
    checkForm('property a<|>', undefined);
  });
});
