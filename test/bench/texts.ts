/** A text of about so many lines, and the places in its middle that the measures work at. */
export interface BenchText {
  readonly language: 'crm' | 'drbd';
  readonly uri: string;
  readonly text: string;
  /** Where a key is typed, within a value: line and column from 0. */
  readonly typing: Place;
  /** A name with several uses. */
  readonly name: Place;
}

export interface Place {
  readonly line: number;
  readonly character: number;
}

const middle = (texts: readonly string[]): string => texts[Math.floor(texts.length / 2)] ?? '';

function place(text: string, marker: string): Place {
  const offset = text.indexOf(marker) + marker.length;
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

function repeated(block: (i: number) => string, lines: number): string[] {
  const each = block(1).split('\n').length - 1;
  return Array.from({ length: Math.max(1, Math.round(lines / each)) }, (_, i) => block(i + 1));
}

/** Services with their address and file system on DRBD, in groups, with constraints; free of warnings. */
export function crmText(lines: number): BenchText {
  const head = 'node 1: alpha\nnode 2: beta\n';
  const blocks = repeated(
    (i) => `# service ${i}
primitive drbd${i} ocf:linbit:drbd \\
	params drbd_resource=r${i} \\
	op start interval=0s timeout=240s \\
	op stop interval=0s timeout=100s \\
	op monitor interval=29s role=Promoted timeout=20s \\
	op monitor interval=31s role=Unpromoted timeout=20s
clone ms${i} drbd${i} \\
	meta promotable=true notify=true promoted-max=1 clone-max=2
primitive fs${i} ocf:heartbeat:Filesystem \\
	params device="/dev/drbd/by-res/r${i}/0" directory="/srv/${i}" fstype=xfs \\
	op start interval=0s timeout=60s \\
	op stop interval=0s timeout=60s \\
	op monitor interval=20s timeout=40s
primitive ip${i} ocf:heartbeat:IPaddr2 \\
	params ip=10.${(i >> 8) % 256}.${i % 256}.1 cidr_netmask=24 \\
	op monitor interval=10s timeout=20s
primitive web${i} ocf:heartbeat:apache \\
	params configfile="/etc/apache2/${i}.conf" statusurl="http://127.0.0.1/server-status" \\
	op start interval=0s timeout=40s \\
	op stop interval=0s timeout=60s \\
	op monitor interval=10s timeout=20s
group g${i} fs${i} ip${i} web${i} \\
	meta target-role=Started
colocation c${i} inf: g${i} ms${i}:Promoted
order o${i} Mandatory: ms${i}:promote g${i}:start
location l${i} g${i} 100: alpha

`,
    lines,
  );
  const text = head + blocks.join('');
  const number = /# service (\d+)/.exec(middle(blocks))?.[1] ?? '1';
  return {
    language: 'crm',
    uri: 'file:///bench/bench.crm',
    text,
    typing: place(text, `/etc/apache2/${number}`),
    name: place(text, `group g${number}`),
  };
}

/** Resources on two hosts, each with a volume. */
export function drbdText(lines: number): BenchText {
  const blocks = repeated(
    (i) => `# resource ${i}
resource r${i} {
	net {
		protocol C;
		max-buffers 8000;
		verify-alg sha256;
	}
	disk {
		c-max-rate 200M;
		on-io-error detach;
	}
	volume 0 {
		device minor ${i};
		disk /dev/vg0/r${i};
		meta-disk internal;
	}
	on alpha {
		node-id 0;
		address 10.0.0.1:${7000 + (i % 50_000)};
	}
	on beta {
		node-id 1;
		address 10.0.0.2:${7000 + (i % 50_000)};
	}
}
`,
    lines,
  );
  const text = blocks.join('');
  const number = /# resource (\d+)/.exec(middle(blocks))?.[1] ?? '1';
  return {
    language: 'drbd',
    uri: 'file:///bench/bench.res',
    text,
    typing: place(text, `/dev/vg0/r${number}`),
    name: place(text, `resource r${number} {\n\tnet {\n\t\tproto`),
  };
}
