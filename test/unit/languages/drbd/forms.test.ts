import assert from 'node:assert/strict';
import { readCursor } from '../../../support/markers';
import { serviceWith } from '../../../support/service';

/** The form at the cursor, its active part in braces. */
function formAt(marked: string, asked = true): string | undefined {
  const { text, offset } = readCursor(marked);
  const { service, uri } = serviceWith('drbd', text);
  const form = service.signature(uri, offset, 'en', asked);
  const part = form?.active === undefined ? undefined : form.parts[form.active];
  if (!form || !part) return form?.label;
  const { label } = form;
  return `${label.slice(0, part.start)}{${label.slice(part.start, part.end)}}${label.slice(part.end)}`;
}

suite('The order of words in drbd statements', () => {
  test('an address, its family first, shown without being asked', () => {
    assert.equal(
      formAt('resource r0 { on a { address <|> } }\n', false),
      'address {[ipv4 | ipv6 | ssocks | sdp]} <ip>:<port>',
    );
    assert.equal(
      formAt('resource r0 { on a { address ipv4 10.0.0.1:<|> } }\n', false),
      'address [ipv4 | ipv6 | ssocks | sdp] {<ip>:<port>}',
    );
  });

  test('a device, meta data, an end of a connection', () => {
    assert.equal(formAt('resource r0 { device /dev/drbd0 <|> }\n', false), 'device [<name>] {[minor <number>]}');
    assert.equal(formAt('resource r0 { meta-disk <|> }\n', false), 'meta-disk {internal | <device>[<index>]}');
    assert.equal(
      formAt('resource r0 { connection { host a <|> } }\n'),
      'host <host> {[address <ip>:<port> | port <port>]} [via proxy on <host> { … }]',
    );
  });

  test('an option says what its value may be, when it is asked', () => {
    assert.equal(formAt('resource r0 { net { timeout <|> } }\n'), 'timeout {<number, 1/10 s, 1…600, default 60>}');
    assert.equal(formAt('resource r0 { net { timeout <|> } }\n', false), undefined);
    assert.equal(formAt('resource r0 { disk { resync-after <|> } }\n'), 'resync-after {<resource>/<volume>}');
  });

  test('none on the first word, behind the end, in comments', () => {
    assert.equal(formAt('resource r0 { net { time<|> } }\n'), undefined);
    assert.equal(formAt('resource r0 { net { timeout 6;<|> } }\n'), undefined);
    assert.equal(formAt('resource r0 { net { timeout # x <|>\n } }\n'), undefined);
  });
});
