import { defineRule } from '../../../core/lint/rule';
import { isTemplate } from '../ast';
import { oldGeneration } from '../generation';
import type { DrbdModel } from '../model';

export const hostLinks = defineRule<DrbdModel>()({
  id: 'drbd/host-links',
  severity: 'warning',
  since: '0.1.0',
  docs: {
    en: 'With written connections only the hosts in them replicate: one that is in none keeps its own data for itself. Names of hosts are what uname -n says on each; with and without a domain in one resource is a sign that one of them is not.',
    ja: 'connection を明示すると、そこに書かれたホストだけがレプリケーションする。どれにも入っていないホストのデータは独立したままになる。ホスト名は各ノードの uname -n の値とすること。ドメイン付きとなしが混在していれば、どちらかが誤りの可能性がある。',
  },
  messages: {
    alone: { en: '{host} is in no connection.', ja: '{host} はどの connection にも入っていない。' },
    domain: {
      en: 'Some hosts have a domain, {host} has none: each has to be what uname -n says there.',
      ja: 'ドメイン付きとドメインなしのホスト名が混在している（{host}）。各ノードの uname -n の値とすること。',
    },
  },
  examples: {
    bad: [
      'resource r0 {\n  connection-mesh { hosts a b; }\n  on a { node-id 0; }\n  on b { node-id 1; }\n  on c { node-id 2; }\n}\n',
      'resource r0 {\n  on a.example.com { node-id 0; }\n  on b { node-id 1; }\n}\n',
    ],
    good: [
      'resource r0 {\n  connection-mesh { hosts a b c; }\n  on a { node-id 0; }\n  on b { node-id 1; }\n  on c { node-id 2; }\n}\n',
    ],
  },
  source: 'https://linbit.com/man/v9/drbd-conf-5/, connection-mesh, on',
  check({ model: { resources } }, context) {
    for (const { hosts, connections, meshes, incomplete } of resources) {
      const named = hosts.filter(({ kind, names }) => kind === 'on' && names.length === 1);
      const domains = named.filter(({ names }) => names[0]?.text.includes('.'));
      const odd =
        domains.length > 0 && domains.length < named.length
          ? named.find(({ names }) => !names[0]?.text.includes('.'))
          : undefined;
      const word = odd?.names[0];
      if (word && !isTemplate(word))
        context.report('domain', word.span, { args: { host: word.text }, severity: 'information' });
      if (incomplete || oldGeneration(context) || connections.length + meshes.length === 0) continue;
      const joined = new Set([
        ...meshes.flatMap(({ body = [] }) => body.flatMap(({ args }) => args.map(({ text }) => text))),
        ...connections.flatMap(({ paths, item }) => [
          ...paths.flatMap(({ ends }) => ends.flatMap(({ host }) => host?.text ?? [])),
          ...(item.body ?? []).flatMap(({ args }) => args.map(({ text }) => text)),
        ]),
      ]);
      // Where none is, they are written in another way there: another finding.
      if (!named.some(({ names }) => joined.has(names[0]?.text ?? ''))) continue;
      for (const { names } of named) {
        const [host] = names;
        if (host && !joined.has(host.text) && !isTemplate(host))
          context.report('alone', host.span, { args: { host: host.text } });
      }
    }
  },
});
