import { mistakeIn, type NewCluster, type NewNode } from '../../server/src/languages/new-cluster';

/** One line to type. `mistake` says what is wrong with a text, in the user's language. */
export interface TextQuestion {
  readonly prompt: string;
  readonly value: string;
  readonly mistake: (text: string) => string | undefined;
}

export interface Choice<T> {
  readonly label: string;
  readonly detail?: string;
  readonly value: T;
}

/** How people are asked; every answer may also be to go back, or to leave. */
export interface Asker {
  text(question: TextQuestion, step: number): Promise<string | 'back' | undefined>;
  choice<T extends string>(
    question: { readonly prompt: string; readonly choices: readonly Choice<T>[]; readonly value?: T | undefined },
    step: number,
  ): Promise<{ readonly picked: T } | 'back' | undefined>;
}

/** What has been answered so far, as typed. */
interface Answers {
  nodes: string;
  service: NewCluster['service'];
  unit: string;
  name: string;
  address: string;
  data: 'drbd' | 'none';
  disk: string;
  fstype: string;
  mountPoint: string;
  replication: string;
  fencing: NewCluster['fencing'];
  boards: string;
}

/** The words of the questions, in the user's language. */
export interface Words {
  readonly prompts: Readonly<Record<keyof Answers, string>>;
  readonly mistakes: Readonly<Record<'name' | 'nodes' | 'ips' | 'address' | 'path' | 'unit', string>>;
  readonly services: readonly Choice<NewCluster['service']>[];
  readonly data: readonly Choice<Answers['data']>[];
  readonly fencings: readonly Choice<NewCluster['fencing']>[];
}

const list = (text: string): string[] => text.split(/[\s,、]+/).filter((word) => word !== '');

type Step = (answers: Answers, asker: Asker, number: number) => Promise<'on' | 'back' | undefined>;

/** Asks for what a new cluster is to be; undefined if the user leaves. */
export async function askForCluster(asker: Asker, words: Words): Promise<NewCluster | undefined> {
  const answers: Answers = {
    nodes: 'alpha beta',
    service: 'apache',
    unit: '',
    name: 'web',
    address: '192.0.2.10/24',
    data: 'drbd',
    disk: '/dev/vg0/web',
    fstype: 'xfs',
    mountPoint: '/srv/web',
    replication: '',
    fencing: 'fence_ipmilan',
    boards: '',
  };
  const went: number[] = [];
  const steps = stepsOf(words);
  for (let at = 0; at < steps.length; ) {
    const step = steps[at];
    if (!step?.when(answers)) {
      at++;
      continue;
    }
    const done = await step.ask(answers, asker, went.length + 1);
    if (done === undefined) return undefined;
    if (done === 'on') {
      went.push(at++);
      continue;
    }
    const before = went.pop();
    if (before === undefined) return undefined;
    at = before;
  }
  return planOf(answers);
}

function stepsOf(words: Words): { when: (answers: Answers) => boolean; ask: Step }[] {
  const always = (): boolean => true;
  const typed =
    (key: Exclude<keyof Answers, 'service' | 'data' | 'fencing'>, bad: Bad): Step =>
    async (answers, asker, number) => {
      const mistake = (text: string) => (bad.is(text, answers) ? bad.says : undefined);
      const value = answers[key] === '' ? (bad.first?.(answers) ?? '') : answers[key];
      const text = await asker.text({ prompt: words.prompts[key], value, mistake }, number);
      if (text === undefined || text === 'back') return text;
      answers[key] = text.trim();
      return 'on';
    };
  const picked =
    <K extends 'service' | 'data' | 'fencing'>(key: K, choices: readonly Choice<Answers[K]>[]): Step =>
    async (answers, asker, number) => {
      const answer = await asker.choice({ prompt: words.prompts[key], choices, value: answers[key] }, number);
      if (answer === undefined || answer === 'back') return answer;
      answers[key] = answer.picked;
      return 'on';
    };
  const { mistakes } = words;
  const one = (kind: Parameters<typeof mistakeIn>[0], says: string): Bad => ({
    says,
    is: (text) => mistakeIn(kind, text.trim()),
  });
  const ips = (last: number): Bad => ({
    says: mistakes.ips,
    is: (text, answers) =>
      list(text).length !== list(answers.nodes).length || list(text).some((ip) => mistakeIn('ip', ip)) || twice(text),
    first: (answers) =>
      list(answers.nodes)
        .map((_, i) => `192.0.2.${last + i}`)
        .join(' '),
  });
  return [
    { when: always, ask: typed('nodes', { says: mistakes.nodes, is: badNodes }) },
    { when: always, ask: picked('service', words.services) },
    {
      when: ({ service }) => service === 'systemd',
      ask: typed('unit', { ...one('unit', mistakes.unit), first: () => 'my-service' }),
    },
    { when: always, ask: typed('name', one('name', mistakes.name)) },
    {
      when: always,
      ask: typed('address', {
        says: mistakes.address,
        is: (text) => text.trim() !== '' && mistakeIn('address', text.trim()),
      }),
    },
    { when: always, ask: picked('data', words.data) },
    { when: onDrbd, ask: typed('disk', one('path', mistakes.path)) },
    { when: onDrbd, ask: typed('mountPoint', one('path', mistakes.path)) },
    { when: onDrbd, ask: typed('replication', ips(11)) },
    { when: always, ask: picked('fencing', words.fencings) },
    { when: ({ fencing }) => hasBoards(fencing), ask: typed('boards', ips(111)) },
  ];
}

interface Bad {
  readonly says: string;
  is(text: string, answers: Answers): boolean;
  /** What stands in the field at first. */
  first?(answers: Answers): string;
}

const onDrbd = ({ data }: Answers): boolean => data === 'drbd';
const hasBoards = (fencing: NewCluster['fencing']): boolean =>
  fencing === 'fence_ipmilan' || fencing === 'fence_redfish' || fencing === 'fence_vmware_rest';
const twice = (text: string): boolean => new Set(list(text)).size !== list(text).length;
const badNodes = (text: string): boolean => {
  const names = list(text);
  return names.length < 2 || names.length > 16 || twice(text) || names.some((name) => mistakeIn('node', name));
};

function planOf(answers: Answers): NewCluster {
  const { name, service, unit, address, data, disk, fstype, mountPoint, fencing } = answers;
  const [replication, boards] = [list(answers.replication), list(answers.boards)];
  const nodes: NewNode[] = list(answers.nodes).map((node, i) => ({
    name: node,
    address: data === 'drbd' ? (replication[i] ?? '') : '',
    fencing: hasBoards(fencing) ? (boards[i] ?? '') : '',
  }));
  return {
    name,
    nodes,
    service,
    fencing,
    ...(service === 'systemd' && { unit }),
    ...(address !== '' && { address }),
    ...(data === 'drbd' && { storage: { disk, fstype, mountPoint } }),
  };
}
