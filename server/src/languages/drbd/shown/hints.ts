import type { Surroundings } from '../../../core/language';
import type { Hint } from '../../../core/model/shown';
import type { Unit } from '../../../core/workspace/unit';
import { type Item, members, walk } from '../ast';
import { effectiveConfiguration } from '../effective/configuration';
import { targetOf } from '../generation';
import type { DrbdModel } from '../model';
import { deviceOf, type ResourceView } from '../model/resource';
import { valueMeaning } from '../notes/values';

/** Numbers in the units that people think in; node-ids, volumes and devices that nobody wrote. */
export function drbdHints({ model }: Unit<DrbdModel>, around: Surroundings): readonly Hint[] {
  return [
    ...walk(model.items).flatMap((item) => unitHint(item, model)),
    ...model.resources.flatMap((resource) => [
      ...nodeIds(resource, model, around),
      ...implicitVolumes(resource.item, true),
    ]),
  ];
}

const same = (text: string) => ({ en: text, ja: text });

/** `timeout 60` are 6 seconds. Who writes a unit knows it. */
function unitHint({ kind, keyword, place, args: [value] }: Item, { facts }: DrbdModel): Hint[] {
  if (kind !== 'option' || !value || !/^[1-9]\d*$/.test(value.text)) return [];
  const fact = facts.option(place, keyword.text);
  const en = valueMeaning(value.text, fact, 'en');
  const ja = valueMeaning(value.text, fact, 'ja');
  return en !== undefined && ja !== undefined
    ? [{ kind: 'units', at: value.span.end, label: { en: `= ${en}`, ja: `= ${ja}` } }]
    : [];
}

/** What drbdadm makes of the addresses of two hosts. */
function nodeIds({ item, hosts, incomplete }: ResourceView, { facts }: DrbdModel, around: Surroundings): Hint[] {
  if (incomplete || hosts.length !== 2 || hosts.some(({ kind, nodeId }) => nodeId || kind === 'stacked')) return [];
  const generation = around.own ? targetOf(around.own).generation : '9';
  if (generation.startsWith('8')) return [];
  const [resource] = effectiveConfiguration([{ item, uri: '', start: 0 }], { facts, generation }).resources;
  return (resource?.hosts ?? []).flatMap(({ nodeId, nodeIdDerived, origin }) => {
    const host = hosts.find((one) => one.item.span.start === origin.span.start);
    if (!nodeIdDerived || nodeId === undefined || !host) return [];
    const { args, address, keyword } = host.item;
    return [
      {
        kind: 'nodeIds',
        at: (args.at(-1) ?? address ?? keyword).span.end,
        label: same(`node-id ${nodeId}`),
        tooltip: {
          en: 'drbdadm derives it from the addresses of the two hosts.',
          ja: 'drbdadm が 2 台のホストのアドレスから決める。',
        },
      },
    ];
  });
}

/** A device outside of a `volume` section is that of volume 0; a minor number makes its name. */
function implicitVolumes(section: Item, isOuter: boolean): Hint[] {
  const own = members(section, 'device').flatMap((device) => [
    { kind: 'implicitIds', at: device.keyword.span.start, label: same('volume 0') },
    ...deviceName(device),
  ]);
  const numbered = members(section, 'volume').flatMap((volume) => members(volume, 'device').flatMap(deviceName));
  const inner = isOuter
    ? members(section, 'on', 'floating', 'stacked').flatMap((host) => implicitVolumes(host, false))
    : [];
  return [...own, ...numbered, ...inner];
}

function deviceName(device: Item): Hint[] {
  const { path, minor, minorWord } = deviceOf(device);
  return minorWord && minor !== undefined && !path
    ? [{ kind: 'implicitIds', at: minorWord.span.end, label: same(`/dev/drbd${minor}`) }]
    : [];
}
