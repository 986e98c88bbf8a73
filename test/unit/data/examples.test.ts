import assert from 'node:assert/strict';
import { crmData } from '../../../server/src/languages/crm/data';
import { drbdData } from '../../../server/src/languages/drbd/data';
import { serviceWith } from '../../support/service';

// An example is a piece: what it refers to stands elsewhere.
const elsewhere =
  /reference|no-fencing|missing-|mesh-hosts|proxy-incomplete|connection-endpoints|unknown-resource|old-/;

suite('data: examples', () => {
  for (const { name, example } of crmData.keywords)
    if (example !== undefined) test(`crm ${name}`, () => assert.deepEqual(errors('crm', `${example}\n`), []));

  for (const row of drbdData.statements)
    if (row.example !== undefined) {
      const { name, example } = row;
      test(`drbd ${name}`, () => assert.deepEqual(errors('drbd', placed(row.in, example)), []));
    }
});

/** What is wrong with a text, apart from what it lacks. */
function errors(languageId: string, text: string): string[] {
  const { service, uri } = serviceWith(languageId, text);
  service.lint(uri);
  return service
    .diagnostics(uri, 'en')
    .filter(({ severity, code }) => severity === 'error' && !elsewhere.test(code))
    .map(({ code, message }) => `${code}: ${message}`);
}

/** An example within the sections that it belongs into. */
function placed(places: readonly string[], example: string): string {
  const resource = (body: string) => `resource r0 {\n${body}\n}\n`;
  if (places.includes('top')) return `${example}\n`;
  if (places.includes('resource')) return resource(example);
  const place = places[0] ?? '';
  switch (place) {
    case 'host':
      return resource(`on alpha {\n${example}\n}`);
    case 'connection':
      return resource(`connection {\n${example}\n}`);
    case 'mesh':
      return resource(`connection-mesh {\n${example}\n}`);
    case 'proxy':
      return resource(`proxy {\n${example}\n}`);
    case 'proxy-on':
      return resource(`on alpha {\nproxy on alpha {\n${example}\n}\n}`);
    default:
      return ''; // words within statements: the statement is the example
  }
}
