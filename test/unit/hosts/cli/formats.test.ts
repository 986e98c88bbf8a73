import assert from 'node:assert/strict';
import { Ajv } from 'ajv';
import { XMLParser } from 'fast-xml-parser';
import { Progress } from '../../../../server/src/hosts/cli/progress';
import { Folder, misspelt } from './cli';
import { sarifSubset } from './sarif-subset';

suite('linux-ha check --format', () => {
  let folder: Folder;
  setup(() => {
    folder = new Folder();
    folder.write('sub dir/bad.crm', misspelt);
    folder.write('two.crm', `${misspelt}primitive vip ocf:heartbeat:Dummy\n`);
  });
  teardown(() => folder.remove());

  const check = (format: string, ...more: string[]) =>
    folder.run(['check', '--format', format, 'sub dir', 'two.crm', ...more]);

  test('json', () => {
    const { code, out } = check('json', 'gone.crm');
    const { files, problems, summary, version } = JSON.parse(out);
    assert.equal(code, 2);
    assert.equal(version, 1);
    assert.deepEqual(problems, ['gone.crm: there is no such file']);
    assert.deepEqual(files[0], {
      file: 'sub dir/bad.crm',
      language: 'crm',
      encoding: 'utf-8',
      findings: [
        {
          code: 'crm/unknown-parameter',
          severity: 'warning',
          message: 'ocf:heartbeat:IPaddr2 has no parameter “cidr_netmaks”. Did you mean “cidr_netmask”?',
          tags: [],
          fixable: false,
          line: 1,
          column: 42,
          endLine: 1,
          endColumn: 54,
          related: [],
          repairs: [
            {
              title: 'Change to cidr_netmask',
              edits: [{ line: 1, column: 42, endLine: 1, endColumn: 54, newText: 'cidr_netmask' }],
            },
          ],
        },
      ],
    });
    const twice = files[1].findings.find((finding: { related: unknown[] }) => finding.related.length > 0);
    assert.deepEqual([twice.severity, twice.line, twice.related[0].file], ['error', 2, 'two.crm']);
    assert.equal(summary.error, 1);
  });

  test('sarif, as its schema wants it', () => {
    const valid = new Ajv({ strict: false, allErrors: true }).compile(sarifSubset);
    for (const more of [[], ['gone.crm'], ['--locale', 'ja'], ['--severity', 'error']]) {
      const log = JSON.parse(check('sarif', ...more).out);
      assert.ok(valid(log), JSON.stringify(valid.errors, undefined, 2));
    }
    const [run] = JSON.parse(check('sarif').out).runs;
    const [result] = run.results;
    assert.equal(result.ruleId, 'crm/unknown-parameter');
    assert.equal(run.tool.driver.rules[result.ruleIndex].id, result.ruleId);
    assert.deepEqual(result.locations[0].physicalLocation, {
      artifactLocation: { uri: 'sub%20dir/bad.crm', uriBaseId: '%SRCROOT%' },
      region: { startLine: 1, startColumn: 42, endLine: 1, endColumn: 54 },
    });
    assert.deepEqual(result.fixes[0].artifactChanges, [
      {
        artifactLocation: { uri: 'sub%20dir/bad.crm', uriBaseId: '%SRCROOT%' },
        replacements: [
          {
            deletedRegion: { startLine: 1, startColumn: 42, endLine: 1, endColumn: 54 },
            insertedContent: { text: 'cidr_netmask' },
          },
        ],
      },
    ]);
    const { help } = run.tool.driver.rules[result.ruleIndex];
    assert.match(help.markdown, /^# crm\/unknown-parameter\n/);
    assert.equal(JSON.parse(check('sarif', 'gone.crm').out).runs[0].invocations[0].executionSuccessful, false);
  });

  test('github', () => {
    assert.equal(
      check('github').out.split('\n')[0],
      '::warning file=sub dir/bad.crm,line=1,endLine=1,col=42,endColumn=54,title=crm/unknown-parameter::ocf:heartbeat:IPaddr2 has no parameter “cidr_netmaks”. Did you mean “cidr_netmask”?',
    );
    assert.match(check('github', 'gone.crm').out, /^::error::gone\.crm: there is no such file$/m);
  });

  test('checkstyle', () => {
    folder.write('a<&"\u0001.crm', misspelt);
    const { out } = check('checkstyle', 'a<&"\u0001.crm', 'gone.crm');
    const { checkstyle } = new XMLParser({ ignoreAttributes: false, isArray: (name) => name === 'error' }).parse(out);
    assert.deepEqual(
      checkstyle.file.map((file: Record<string, string>) => file['@_name']),
      ['sub dir/bad.crm', 'two.crm', 'a<&"?.crm', '-'],
    );
    const { '@_line': line, '@_column': column, '@_severity': severity } = checkstyle.file[0].error[0];
    assert.deepEqual([line, column, severity], ['1', '42', 'warning']);
  });

  test('an empty run is a whole report in each of them', () => {
    folder.write('clean.crm', '# linux-ha: crm\n');
    const run = (format: string) => folder.run(['check', '--format', format, 'clean.crm']);
    assert.deepEqual(JSON.parse(run('json').out).files[0].findings, []);
    assert.deepEqual(JSON.parse(run('sarif').out).runs[0].results, []);
    assert.equal(run('github').out, '');
    assert.match(run('checkstyle').out, /<checkstyle version="4.3">\n<\/checkstyle>/);
  });
}).timeout(20_000);

suite('progress', () => {
  const written = (isTTY: boolean): string[] => {
    const lines: string[] = [];
    let time = 0;
    const progress = new Progress({ isTTY, columns: 20, write: (text) => lines.push(text) }, () => time);
    progress.at(0, 9, 'soon');
    time = 600;
    progress.at(1, 9, 'a-file-with-a-long-name');
    progress.at(2, 9, 'not yet again');
    progress.clear();
    progress.clear();
    return lines;
  };
  test('a line on a terminal after a while, and gone again', () => {
    assert.deepEqual(written(true), ['\r\u001b[K1/9 a-file-with-a-l', '\r\u001b[K']);
  });
  test('nothing elsewhere', () => assert.deepEqual(written(false), []));
});
