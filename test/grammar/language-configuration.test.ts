import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './support';

interface EnterRule {
  readonly beforeText: string;
  readonly afterText?: string;
  readonly previousLineText?: string;
  readonly action: { readonly indent: string };
}

interface Configuration {
  readonly wordPattern: string;
  readonly onEnterRules: readonly EnterRule[];
  readonly indentationRules?: { readonly increaseIndentPattern: string; readonly decreaseIndentPattern: string };
}

const read = (language: string): Configuration =>
  JSON.parse(readFileSync(join(root, 'language-configuration', `${language}.json`), 'utf8')) as Configuration;

suite('Language configuration', () => {
  test('crm: words are what one selects with a double click', () => {
    checkWords('crm', 'primitive vip ocf:heartbeat:IPaddr2', ['primitive', 'vip', 'ocf:heartbeat:IPaddr2']);
    checkWords('crm', 'stonith:external/ipmi lsb:my-init', ['stonith:external/ipmi', 'lsb:my-init']);
    checkWords('crm', 'order o Mandatory: ms_drbd:promote a', ['order', 'o', 'Mandatory', 'ms_drbd', 'promote', 'a']);
    checkWords('crm', 'ip=10.0.0.1 device="/dev/drbd0" #uname', ['ip', '10.0.0.1', 'device', '/dev/drbd0', '#uname']);
    checkWords('crm', 'on-fail=restart interval=10s', ['on-fail', 'restart', 'interval', '10s']);
  });

  test('drbd: words are what one selects with a double click', () => {
    checkWords('drbd', 'c-max-rate 100M;', ['c-max-rate', '100M']);
    checkWords('drbd', 'device /dev/drbd0 minor 0;', ['device', '/dev/drbd0', 'minor', '0']);
    checkWords('drbd', 'address 10.0.0.1:7788;', ['address', '10.0.0.1', '7788']);
    checkWords('drbd', 'include "drbd.d/r0.res";', ['include', 'drbd.d/r0.res']);
    checkWords('drbd', 'after-sb-0pri discard-zero-changes', ['after-sb-0pri', 'discard-zero-changes']);
  });

  test('crm: Enter after a backslash goes in once, and out after the last continued line', () => {
    assert.equal(onEnter('crm', '', 'primitive a Dummy \\'), 'indent');
    assert.equal(onEnter('crm', 'primitive a Dummy \\', '\tparams a=b \\'), 'none');
    assert.equal(onEnter('crm', 'primitive a Dummy \\', '\tparams a=b'), 'outdent');
    assert.equal(onEnter('crm', '', 'primitive a Dummy'), undefined);
    assert.equal(onEnter('crm', '', '# text \\'), 'none');
  });

  test('drbd: Enter between braces opens them', () => {
    assert.equal(onEnter('drbd', '', 'net {', '}'), 'indentOutdent');
    assert.equal(onEnter('drbd', '', '# net {', ''), 'none');
    const rules = read('drbd').indentationRules ?? assert.fail();
    const increase = new RegExp(rules.increaseIndentPattern);
    assert.match('resource r0 {', increase);
    assert.match('net { # why', increase);
    assert.doesNotMatch('net { timeout 60; }', increase);
    assert.doesNotMatch('# net {', increase);
    assert.doesNotMatch('fence-peer "a { b";', increase);
    assert.match('  }', new RegExp(rules.decreaseIndentPattern));
  });
});

function checkWords(language: string, line: string, words: string[]): void {
  const pattern = new RegExp(read(language).wordPattern, 'g');
  assert.deepEqual(
    [...line.matchAll(pattern)].map((word) => word[0]),
    words,
  );
}

/** The action of the first rule that fits, as VS Code chooses it. */
function onEnter(language: string, previous: string, before: string, after = ''): string | undefined {
  const fits = (pattern: string | undefined, text: string): boolean =>
    pattern === undefined || new RegExp(pattern).test(text);
  return read(language).onEnterRules.find(
    (rule) => fits(rule.beforeText, before) && fits(rule.afterText, after) && fits(rule.previousLineText, previous),
  )?.action.indent;
}
