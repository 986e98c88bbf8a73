import assert from 'node:assert/strict';
import { applyEdits } from '../../../../../server/src/base/edits';
import { LanguageService } from '../../../../../server/src/core/service';
import { drbd } from '../support';

const uri = 'file:///test/r.res';

/** What a rewriting makes of a text, or of what a part of it touches; and what it says. */
function convert(text: string, to: '8.4' | '9', part = ''): { text: string; said: string[] } {
  const service = new LanguageService({ languages: [drbd] });
  service.workspace.open(uri, 'drbd', text);
  const start = Math.max(0, text.indexOf(part));
  const found = service.conversions(uri, { start, end: start + part.length }, 'en').find(({ id }) => id === to);
  for (const { span } of found?.remarks ?? []) assert.ok(span.end <= text.length && span.start <= span.end);
  return {
    text: applyEdits(text, found?.edits ?? []),
    said: (found?.remarks ?? []).map((one) => `${one.open ? 'open' : 'done'} ${one.text}`),
  };
}

function check(to: '8.4' | '9', before: string, after: string, said: readonly RegExp[] = []): void {
  const result = convert(before.replace(/^\n/, ''), to);
  assert.equal(result.text, after.replace(/^\n/, ''));
  assert.equal(result.said.length, said.length, result.said.join('\n'));
  for (const [i, pattern] of said.entries()) assert.match(result.said[i] ?? '', pattern);
  assert.equal(convert(result.text, to).text, result.text, 'a second run changes something');
}

suite('drbd modernise', () => {
  test('syncer becomes the section that most of it belongs to; the rest goes on into the sections that are there', () => {
    check(
      '9',
      `
common {
  protocol C;   # safe
  # how fast
  syncer {
    # a third of the line
    rate             10M;   # not more
    al-extents       257;
    verify-alg       sha1;

    c-plan-ahead     0;
  }
  net {
    timeout 60;
  }
}
`,
      `
common {
  # how fast
  disk {
    # a third of the line
    resync-rate      10M;   # not more
    al-extents       257;

    c-plan-ahead     0;
  }
  net {
    timeout 60;
    protocol C; # safe
    verify-alg       sha1;
  }
}
`,
    );
  });

  test('comments of a section that goes stay', () => {
    check(
      '9',
      `
common {
  disk { size 1G; }
  # old words
  syncer {
    al-extents 257; # many
    # al-extents 127;
  }
}
`,
      `
common {
  disk {
    size 1G;
    al-extents 257; # many
  }
  # old words
  # al-extents 127;
}
`,
    );
  });

  test('fencing is a matter of the connection in 9, and of the disk before', () => {
    const old = 'common {\n  disk { fencing resource-only; no-disk-flushes; }\n}\n';
    const now = 'common {\n  disk { disk-flushes no; }\n  net { fencing resource-only; }\n}\n';
    check('9', old, now);
    check('8.4', now, 'common {\n  disk { disk-flushes no; fencing resource-only; }\n}\n');
  });

  test('node ids that 9 would work out are written down, in the style of the section', () => {
    check(
      '9',
      `
resource r {
\tdevice minor 0; disk /dev/x; meta-disk internal;
\ton a {
\t\taddress   10.0.0.1:7788;
\t}
\ton b { address 10.0.0.2:7788; }
}
`,
      `
resource r {
\tdevice minor 0; disk /dev/x; meta-disk internal;
\ton a {
\t\taddress   10.0.0.1:7788;
\t\tnode-id   0;
\t}
\ton b { address 10.0.0.2:7788; node-id 1; }
}
`,
    );
  });

  test('what no longer exists goes with a word about it, in words of a new generation names get quotes', () => {
    check(
      '9',
      `
# linux-ha: drbd 8.3
resource path {
  disk { use-bmbv; on-io-error detach; }
  startup {
    become-primary-on both;
  }
  on host { device /dev/drbd0; disk /dev/x; address sci 10.0.0.1:1; flexible-meta-disk /dev/m; }
  on b { device /dev/drbd0; disk /dev/x; address sci 10.0.0.2:1; meta-disk internal; }
}
`,
      `
# linux-ha: drbd 9
resource "path" {
  disk { on-io-error detach; }
  on "host" { device /dev/drbd0; disk /dev/x; address ssocks 10.0.0.1:1; node-id 0; meta-disk /dev/m; }
  on b { device /dev/drbd0; disk /dev/x; address ssocks 10.0.0.2:1; node-id 1; meta-disk internal; }
}
`,
      [/done .*use-bmbv/, /done .*become-primary-on/],
    );
  });

  test('what has two answers is left and said', () => {
    const clash = 'common {\n  disk { al-extents 300; }\n  syncer { al-extents 257; use-rle; }\n}\n';
    check('9', clash, 'common {\n  disk { al-extents 300; }\n  syncer { al-extents 257; }\n  net { use-rle; }\n}\n', [
      /open .*al-extents.* 257 here and 300/,
    ]);
    const same = 'common {\n  disk { al-extents 257; }\n  syncer { al-extents 257; }\n}\n';
    check('9', same, 'common {\n  disk { al-extents 257; }\n}\n');
    const three = 'resource r {\n  device minor 0; disk /dev/x;\n  on a { }\n  on b { }\n  on c { }\n}\n';
    check('9', three, three, [/open .*two hosts/]);
    const inherited =
      'common {\n  disk { c-max-rate 1M; }\n}\nresource r {\n  device minor 0;\n  on a { node-id 0; address 10.0.0.1:1; volume 0 { disk /dev/x; disk { c-max-rate 2M; } } }\n  on b { node-id 1; address 10.0.0.2:1; volume 0 { disk /dev/x; } }\n}\n';
    assert.match(convert(inherited, '9').said.join(), /open "c-max-rate" is 2M here and 1M/);
    const names =
      'resource r {\n  device minor 0; disk /dev/x;\n  on a { address 10.0.0.1:1; }\n  on A { address 10.0.0.2:1; }\n}\n';
    assert.match(convert(names, '9').said.join(), /open .*same host/);
  });

  test('back to 8.4: the only connection is what 8.4 makes of two hosts', () => {
    check(
      '8.4',
      `
resource r0 {
    net {
        protocol C;
    }
    on a {
        node-id   0;
        address   10.0.0.1:7788;
        volume 0 {
            device /dev/drbd0;
            disk   /dev/a;
        }
    }
    on timeout {
        node-id   1;
        address   10.0.0.2:7788;
        volume 0 { device /dev/drbd0; disk /dev/a; meta-disk internal; }
    }
    connection {
        host a;
        host timeout;
        net { ping-int 5; }
    }
}
`,
      `
resource r0 {
    net {
        protocol C;
        ping-int 5;
    }
    on a {
        address   10.0.0.1:7788;
        volume 0 {
            device /dev/drbd0;
            disk   /dev/a;
            meta-disk internal;
        }
    }
    on "timeout" {
        address   10.0.0.2:7788;
        volume 0 { device /dev/drbd0; disk /dev/a; meta-disk internal; }
    }
}
`,
      [/done .*node-id/, /done .*node-id/],
    );
  });

  test('back to 8.4: what 8.4 has no words for stays and is said', () => {
    const text =
      'common {\n  options { quorum majority; auto-promote yes; }\n  net { transport rdma; }\n  handlers { quorum-lost "/x"; }\n}\n';
    const { text: result, said } = convert(text, '8.4');
    assert.equal(result, text.replace(' auto-promote yes;', ''));
    assert.deepEqual(
      said.map((line) => /^\w+/.exec(line)?.[0]),
      ['open', 'done', 'open', 'open'],
    );
  });

  test('a selection is rewritten alone, broken sections and finished files not at all', () => {
    const two = 'common {\n  protocol C;\n}\nresource r {\n  protocol A;\n}\n';
    const after = convert(two, '9', 'protocol A').text;
    assert.equal(after, 'common {\n  protocol C;\n}\nresource r {\n  net {\n    protocol A;\n  }\n}\n');
    const broken = 'common {\n  protocol C\n  syncer { rate 1M; }\n}\n';
    assert.deepEqual(convert(broken, '9'), {
      text: broken,
      said: ['open This section has syntax errors; it stays as it is.'],
    });
    const done = 'common {\n  net { protocol C; }\n}\n';
    assert.deepEqual(convert(done, '9'), { text: done, said: [] });
    assert.equal(convert('', '9').text, '');
  });

  test('line ends stay what they are', () => {
    const text = 'common {\r\n  protocol C; # a\r\n  syncer {\r\n    use-rle;\r\n    al-extents 257;\r\n  }\r\n}\r\n';
    const { text: result } = convert(text, '9');
    assert.equal(result.replaceAll('\r\n', '').includes('\n'), false);
  });
});
