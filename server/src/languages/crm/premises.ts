import type { OwnConfiguration, Premise } from '../../core/language';
import { isWholeCluster, saidScope } from './whole';

/** The versions that a crm file is for, and whether it describes a whole cluster. */
export const crmPremises = (own: Required<OwnConfiguration>): readonly Premise[] => [
  version('pacemaker', own),
  version('crmsh', own),
  scope(own),
];

function version(upstream: string, { settings }: OwnConfiguration): Premise {
  const value = settings.target[upstream];
  return { setting: `target.${upstream}`, value: value ?? 'auto', from: value === undefined ? 'nothing' : 'setting' };
}

function scope(own: Required<OwnConfiguration>): Premise {
  const value = isWholeCluster(own) ? 'whole' : 'fragment';
  const comment = own.lookup('crm.scope-said', '*')[0];
  if (comment) return { setting: 'crm.scope', value, from: 'comment', comment };
  return { setting: 'crm.scope', value, from: saidScope(own) === undefined ? 'words' : 'setting' };
}
