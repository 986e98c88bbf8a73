import { checkCompletion, checkDiagnostics, checkFix, checkHover, checkOutline } from '../../../support/check';

suite('drbd completion', () => {
  test('offers the options of a section that are not set yet', () => {
    checkCompletion('drbd', 'resource r0 {\n  net { timeout 60; ti<|> }\n}\n', {
      has: ['ping-int', 'after-sb-0pri'],
      hasNot: ['timeout', 'al-extents', 'no-tcp-cork', 'unplug-watermark'],
    });
  });

  test('an option goes on to its values, a value ends the statement', () => {
    checkCompletion('drbd', 'resource r0 {\n  net { fenc<|> }\n}\n', {
      accept: ['fencing', 'resource r0 {\n  net { fencing <|> }\n}\n'],
    });
    checkCompletion('drbd', 'resource r0 {\n  net { fencing <|> }\n}\n', {
      exactly: ['dont-care', 'resource-only', 'resource-and-stonith'],
      accept: ['resource-only', 'resource r0 {\n  net { fencing resource-only;<|> }\n}\n'],
    });
  });

  test('no second semicolon where one stands', () => {
    checkCompletion('drbd', 'resource r0 {\n  net { protocol <|>; }\n}\n', {
      accept: ['C', 'resource r0 {\n  net { protocol C<|>; }\n}\n'],
    });
  });

  test('the sections of a resource, whole ones too; what stands once already is gone', () => {
    checkCompletion('drbd', 'resource r0 {\n  net { }\n  <|>\n}\n', {
      has: ['on …', 'disk', 'connection-mesh', 'handlers'],
      hasNot: ['net', 'usage-count', 'timeout'],
    });
  });

  test('numbers that the peer has or that are free', () => {
    const start = 'resource r0 {\n  on a { device minor 4; address 10.0.0.1:7790; node-id 0; }\n';
    checkCompletion('drbd', `${start}  on b { device minor <|>; }\n}\n`, { exactly: ['4', '5'] });
    checkCompletion('drbd', `${start}  on b { address 10.0.0.2:<|>; }\n}\n`, { exactly: ['7790', '7791'] });
    checkCompletion('drbd', `${start}  on b { node-id <|>; }\n}\n`, { exactly: ['1'] });
  });

  test('hosts and resources by name', () => {
    const start = 'resource r0 { on alpha { } on beta { } }\n';
    checkCompletion('drbd', `${start}resource r1 { on <|> { } }\n`, { has: ['alpha', 'beta'] });
    checkCompletion('drbd', 'resource r0 { on alpha { } on beta { } connection { host <|> } }\n', {
      exactly: ['alpha', 'beta'],
    });
    checkCompletion('drbd', `${start}resource r1 { disk { resync-after <|> } }\n`, { has: ['r0'] });
  });

  test('nothing in comments and skipped blocks, nothing behind a finished value', () => {
    checkCompletion('drbd', '# resource <|>\n', { exactly: [] });
    checkCompletion('drbd', 'skip { ne<|>t }\n', { exactly: [] });
    checkCompletion('drbd', 'resource r0 { net { timeout 60 <|>', { exactly: [] });
  });
});

suite('drbd hover', () => {
  test('an option, and what a number means', () => {
    checkHover('drbd', 'resource r0 { net { time<|>out 60; } }\n', ['timeout', '1…600']);
    checkHover('drbd', 'resource r0 { net { timeout 6<|>0; } }\n', ['6 seconds']);
    checkHover('drbd', 'resource r0 { net { timeout 6<|>0; } }\n', ['6 秒'], 'ja');
    checkHover('drbd', 'resource r0 { disk { resync-rate 1<|>0000; } }\n', ['9.77 MiB/s']);
    checkHover('drbd', 'resource r0 { device /dev/drb<|>d7; }\n', ['Minor number 7']);
    checkHover('drbd', 'resource r0 { # com<|>ment\n}\n', []);
  });
});

suite('drbd outline', () => {
  test('resources, hosts, volumes, connections, sections', () => {
    checkOutline(
      'drbd',
      `
global { usage-count no; }
include "drbd.d/*.res";
resource r0 {
  net { protocol C; }
  on alpha {
    volume 0 { device minor 0; disk /dev/a; }
    address 10.0.0.1:7788;
  }
  floating ipv6 [fd00::1]:7788;
  connection { host alpha; host beta; }
  connection-mesh { hosts a b; }
}
`,
      `
global global
include drbd.d/*.res
resource r0
  net net
  on alpha  10.0.0.1:7788
    volume volume 0  minor 0
  floating [fd00::1]:7788
  connection alpha – beta
  connection-mesh a b
`,
    );
  });
});

suite('drbd findings', () => {
  test('several in one file, each at its word', () => {
    checkDiagnostics(
      'drbd',
      `
resource r0 {
  net {
    timeuot 60;
    ^^^^^^^ error drbd/unknown-option fixable
    after-sb-0pri discard-all;
                  ^^^^^^^^^^^ error drbd/invalid-value
    allow-two-primaries true;
                        ^^^^ error drbd/invalid-value fixable
    ping-int 10
              ^ error drbd/missing-semicolon fixable
    on-io-error detach;
    ^^^^^^^^^^^ error drbd/option-in-wrong-section
  }
}
`,
    );
  });

  test('typographic quotes', () => {
    checkFix('drbd', 'include “drbd.d/*.res”;\n', 'drbd/typographic-quote', 'include "drbd.d/*.res";\n');
    checkFix('drbd', 'global { usage-count no； }\n', 'drbd/typographic-quote', 'global { usage-count no; }\n');
  });

  test('repairs of syntax: a semicolon, quotes, a superfluous mark', () => {
    checkFix('drbd', 'include "x"\n', 'drbd/missing-semicolon', 'include "x";\n');
    checkFix('drbd', 'resource a+b { }\n', 'drbd/needs-quotes', 'resource "a+b" { }\n');
    checkFix('drbd', 'common { };\n', 'drbd/empty-statement', 'common { }\n');
    checkFix(
      'drbd',
      'common { handlers { split-brain /x root; } }\n',
      'drbd/unexpected',
      'common { handlers { split-brain "/x root"; } }\n',
    );
  });

  test('a missing brace does not swallow the next resource', () => {
    checkDiagnostics(
      'drbd',
      `
common {
^^^^^^ error drbd/unclosed-section
  net { timeout 60; }

global { usage-count no; }
`,
    );
  });

  test('a file of the 8.x era is judged mildly', () => {
    checkDiagnostics(
      'drbd',
      `
common {
  syncer { rate 30M; }
  ^^^^^^ information drbd/old-syncer fixable
           ^^^^ warning drbd/old-syncer fixable
  disk { fencing dont-care; }
         ^^^^^^^ warning drbd/fencing-in-disk fixable
}
`,
    );
  });

  test('one calm finding for a template', () => {
    checkDiagnostics(
      'drbd',
      `
resource {{ name }} {
         ^^^^^^^^^^ error drbd/template-value
  on {{ host }} { address {{ ip }}:7788; device minor {{ minor }}; }
}
`,
    );
  });
});
