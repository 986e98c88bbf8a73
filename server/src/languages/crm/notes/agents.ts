import { code, paragraphs, table } from '../../../base/markdown';
import type { AgentFact } from '../facts';
import { isTemplated } from '../parser/references';
import { listed, type NoteContext } from './context';
import { withUnit } from './operations';
import { templated } from './values';

/** What an agent's metadata says in short: what it needs, what it can do, and how long that may take. */
export function agentNote(context: NoteContext): string {
  const agent = context.facts.agent(context.text);
  if (!agent) return unknownAgent(context);
  const { t } = context;
  const own = new Set(agent.row.parameters.map(({ name }) => name));
  const all = [...agent.parameters.values()]
    .filter(({ deprecated }) => !deprecated)
    .sort((one, other) => Number(own.has(other.name)) - Number(own.has(one.name)));
  const names = (needed: boolean): string[] =>
    all.filter(({ required = false }) => required === needed).map(({ name }) => code(name));
  const [required, others] = [names(true), names(false)];
  return paragraphs(
    agent.row.promotable && t('Can be promoted.', '昇格できる（プロモータブル）。'),
    required.length > 0 && `${t('Required:', '必須パラメータ:')} ${required.join(', ')}`,
    others.length > 0 && `${t('Parameters:', 'パラメータ:')} ${listed(context, others, 12)}`,
    actionTable(context, agent),
  );
}

const unsaid = new Set(['meta-data', 'validate-all', 'metadata', 'manpage']);

/** The operations that an agent offers, with the times that its authors advise. */
function actionTable({ t }: NoteContext, { actions }: AgentFact): string | undefined {
  const isMonitored = actions.some(({ name }) => name === 'monitor');
  const rows = actions.filter(({ name }) => !unsaid.has(name) && !(name === 'status' && isMonitored));
  if (rows.length === 0) return undefined;
  if (rows.every(({ timeout }) => timeout === undefined))
    return `${t('Operations:', 'オペレーション:')} ${[...new Set(rows.map(({ name }) => code(name)))].join(', ')}`;
  return table(
    [t('Operation', 'オペレーション'), t('Advised timeout', '推奨タイムアウト'), t('Interval', '間隔')],
    rows.map(({ name, timeout, interval, role }) => [
      code(name) + (role ? ` (${role})` : ''),
      withUnit(timeout),
      interval && !/^0s?$/.test(interval) ? withUnit(interval) : '',
    ]),
  );
}

/** Where an agent that has no metadata here would come from. */
function unknownAgent(context: NoteContext): string {
  const { text, t } = context;
  if (isTemplated(text)) return templated(context);
  const [agentClass = '', second = '', third] = text.split(':');
  const head = (kind: string) => `**${code(text)}** — ${kind}`;
  if (agentClass === 'lsb' && second)
    return head(t(`init script ${code(`/etc/init.d/${second}`)}`, `init スクリプト ${code(`/etc/init.d/${second}`)}`));
  if ((agentClass === 'systemd' || agentClass === 'upstart') && second)
    return head(
      t(
        `the ${agentClass} unit ${code(second)}, run by Pacemaker; it must not start at boot by itself`,
        `${agentClass} のユニット ${code(second)}。Pacemaker が制御するので、OS 起動時の自動起動は無効にしておく`,
      ),
    );
  if (agentClass === 'service' && second)
    return head(t(`the service ${code(second)} in any of its forms`, `サービス ${code(second)}（方式は自動判別）`));
  if (agentClass === 'stonith')
    return head(t('a fence device that we have no metadata of', 'メタデータが手元にないフェンスデバイス'));
  if (agentClass === 'nagios') return head(t('a check of Nagios', 'Nagios のプラグイン'));
  const path = third === undefined ? undefined : `/usr/lib/ocf/resource.d/${second}/${third}`;
  return paragraphs(
    head(t('a resource agent that we have no metadata of', 'メタデータが手元にないリソースエージェント')),
    path && t(`Its file on the nodes: ${code(path)}`, `ノード上のファイル: ${code(path)}`),
  );
}
