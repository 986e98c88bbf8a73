import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ourGrammars, root } from './support';

interface Language {
  readonly id: string;
  readonly extensions?: readonly string[];
  readonly firstLine?: string;
  readonly configuration: string;
  readonly icon?: { readonly light: string; readonly dark: string };
}

interface Manifest {
  readonly icon: string;
  readonly contributes: {
    readonly languages: readonly Language[];
    readonly grammars: readonly { readonly scopeName: string; readonly path: string }[];
    readonly snippets: readonly { readonly path: string }[];
  };
}

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;
const { languages, grammars, snippets } = manifest.contributes;

suite('Manifest', () => {
  test('names files that are there', () => {
    const paths = [
      manifest.icon,
      ...languages.flatMap((one) => [one.configuration, ...Object.values(one.icon ?? {})]),
      ...grammars.map((one) => one.path),
      ...snippets.map((one) => one.path),
    ];
    assert.deepEqual(
      paths.filter((path) => !existsSync(join(root, path))),
      [],
    );
  });

  test('names every grammar that is tested', () => {
    assert.deepEqual(
      Object.fromEntries(grammars.map((one) => [one.scopeName, one.path.replace('./syntaxes/', '')])),
      ourGrammars,
    );
  });

  test('takes no file type that others own', () => {
    const extensions = languages.flatMap((one) => one.extensions ?? []);
    assert.deepEqual(extensions, ['.crm', '.pcmk']);
  });

  test('knows crm by its first line', () =>
    checkFirstLine('crm', {
      yes: [
        '#!/usr/sbin/crm -f',
        '# linux-ha: crm',
        '# vim: set ft=pcmk :',
        'node 1: alice',
        'node $id="1084752129" alice \\',
        'primitive vip ocf:heartbeat:IPaddr2 \\',
        'property stonith-enabled=true',
        'property cib-bootstrap-options: \\',
      ],
      no: ['#!/bin/sh', '# linux-ha: drbd', 'node app.js', 'primitive types', 'property tax', 'node_modules'],
    }));

  test('knows DRBD by its first line', () =>
    checkFirstLine('drbd', {
      yes: [
        'resource r0 {',
        'resource "r0" {',
        'global { usage-count no; }',
        'common {',
        '# You can find an example in /usr/share/doc/drbd.../drbd.conf.example',
        '# vim: ft=drbd',
        '# linux-ha: drbd',
      ],
      no: ['resource "aws_instance" "web" {', 'let x = 1', '# linux-ha: crm', 'global', 'module Foo = {'],
    }));
});

function checkFirstLine(id: string, lines: { readonly yes: readonly string[]; readonly no: readonly string[] }): void {
  const language = languages.find((one) => one.id === id) ?? assert.fail(id);
  const pattern = new RegExp(language.firstLine ?? '');
  for (const line of lines.yes) assert.match(line, pattern);
  for (const line of lines.no) assert.doesNotMatch(line, pattern);
}
