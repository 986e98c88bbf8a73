import { defineRule, type RuleContext } from '../../../core/lint/rule';
import type { Unit } from '../../../core/workspace/unit';
import { oldGeneration } from '../generation';
import type { DrbdModel } from '../model';
import type { HostView, ResourceView, VolumeView } from '../model/resource';
import { oldReading, reportOld, resourceOf } from '../old-findings';

interface Slip {
  readonly message: 'missing' | 'mixed' | 'differs';
  readonly volume: VolumeView;
  readonly host: HostView;
}

/** Volumes that one host has and another has not, or has in another way. */
function* mismatches({ hosts }: ResourceView): Generator<Slip> {
  const reported = new Set<number>();
  for (const host of hosts) {
    const own = new Map(host.volumes.map((volume) => [volume.number, volume]));
    const implicit = host.volumes.find((volume) => !volume.explicit);
    const other = host.volumes.find((volume) => volume.number !== 0);
    if (implicit && other) yield { message: 'mixed', volume: other, host };
    for (const from of hosts) {
      for (const volume of from.volumes) {
        if (reported.has(volume.number)) continue;
        const mine = own.get(volume.number);
        if (mine && mine.explicit === volume.explicit) continue;
        reported.add(volume.number);
        yield { message: mine ? 'differs' : 'missing', volume, host };
      }
    }
  }
}

/** In 8.4 every volume of a stacked section lies on one of the resource below. */
function* stackedSlips(unit: Unit<DrbdModel>, context: RuleContext) {
  if (oldGeneration(context) !== '8.4') return;
  const stacked = (oldReading(unit, context)?.resources ?? []).flatMap(({ hosts }) => hosts);
  for (const { lower, volumes } of stacked) {
    const below = lower === undefined ? [] : (resourceOf(context, lower)?.hosts ?? []);
    const [host] = below.filter(({ kind }) => kind !== 'stacked');
    for (const { number, implicit, span } of host ? volumes : []) {
      const base = host?.volumes.find((volume) => volume.number === number);
      const message = base ? ('differs' as const) : ('missing' as const);
      if (base?.implicit !== implicit) yield { message, volume: number, host: lower ?? '', span };
    }
  }
}

/** In DRBD 9 a stacked section has the volumes of every host below; where that is this host, it may have more. */
function* belowSlips({ hosts }: ResourceView, context: RuleContext) {
  for (const { kind, names, volumes, item } of hosts) {
    const [lower] = kind === 'stacked' ? names : [];
    const found = lower ? context.declarations('drbd.resource', lower.text) : [];
    const resources = found.flatMap(({ unit }) => (unit.model as DrbdModel).resources);
    const below = resources.find(({ name }) => name?.text === lower?.text)?.hosts ?? [];
    const { span } = item.keyword;
    const strict = below.length > 1 || hosts.some((other) => other.kind !== 'stacked');
    for (const host of below) {
      const numbers = new Set([...volumes, ...(strict ? host.volumes : [])].map(({ number }) => number));
      for (const number of numbers) {
        const [mine, base] = [volumes, host.volumes].map((list) => list.find((volume) => volume.number === number));
        const message = mine && base ? ('differs' as const) : ('missing' as const);
        if (!mine || !base || mine.explicit !== base.explicit)
          yield { message, volume: number, host: base ? (lower?.text ?? '') : (host.names[0]?.text ?? ''), span };
      }
    }
  }
}

export const volumeMismatch = defineRule<DrbdModel>()({
  id: 'drbd/volume-mismatch',
  severity: 'error',
  since: '0.1.0',
  docs: {
    en: 'All hosts of a resource have the same volumes. A bare `device` or `disk` is volume 0, and cannot be mixed with `volume` sections of other numbers; write all of them as sections.',
    ja: 'リソースのすべてのホストは同じボリュームを持たなければなりません。volume の外に書いた `device` や `disk` はボリューム 0 とみなされ、ほかの番号の `volume` セクションと混在できません。すべて volume セクションで書いてください。',
  },
  messages: {
    missing: { en: 'Host {host} has no volume {volume}.', ja: 'ホスト {host} にボリューム {volume} がありません。' },
    mixed: {
      en: 'Volume {volume} stands beside a device or disk outside of volume sections; write these as volume 0.',
      ja: 'ボリューム {volume} と、volume セクション外の device / disk が混在しています。後者は volume 0 として書いてください。',
    },
    differs: {
      en: 'Volume {volume} is a section on one host, and bare statements on host {host}; write both the same way.',
      ja: 'ボリューム {volume} が、あるホストでは volume セクション、ホスト {host} では直接の文で書かれています。同じ書き方にしてください。',
    },
    late: {
      en: 'This belongs to volume 0, which has a section already; drbdadm takes one way of writing or the other.',
      ja: 'これはボリューム 0 に属しますが、すでに volume 0 セクションがあります。どちらか一方の書き方にしてください。',
    },
  },
  examples: {
    bad: [
      'resource r0 {\n  on alpha {\n    volume 0 { device minor 0; disk /dev/a; }\n    address 10.0.0.1:7788;\n  }\n  on beta { address 10.0.0.2:7788; }\n}\n',
    ],
    good: [
      'resource r0 {\n  volume 0 { device minor 0; disk /dev/a; }\n  on alpha { address 10.0.0.1:7788; }\n  on beta { address 10.0.0.2:7788; }\n}\n',
    ],
  },
  source: 'drbd-utils 9.22, drbdadm_parser.c, drbdadm_postparse.c',
  check(unit, context) {
    if (reportOld(unit, context, 'volume-mismatch')) {
      for (const { message, volume, host, span } of stackedSlips(unit, context))
        context.report(message, span, { args: { volume, host } });
      return;
    }
    for (const resource of unit.model.resources) {
      for (const section of [resource.item, ...resource.hosts.map(({ item }) => item)]) {
        const zero =
          section.body?.findIndex(
            (item) => item.kind === 'volume' && Number.parseInt(item.args[0]?.text ?? '', 10) === 0,
          ) ?? -1;
        const late = section.body?.find((item, i) => i > zero && /^(device|disk-path|meta-disk)$/.test(item.kind));
        if (zero >= 0 && late) context.report('late', late.keyword.span);
      }
      if (resource.incomplete) continue;
      for (const { message, volume, host, span } of belowSlips(resource, context))
        context.report(message, span, { args: { volume, host } });
      for (const { message, volume, host } of mismatches(resource)) {
        const args = { volume: volume.number, host: host.names[0]?.text ?? '' };
        context.report(message, message === 'missing' ? host.item.keyword.span : volume.item.keyword.span, {
          args,
        });
      }
    }
  },
});
