import { own } from '../../../base/maps';
import type { Span } from '../../../base/span';
import { partSpan, type Word } from '../lexer';
import type { SlotKind } from '../slot-kinds';
import type { ResourceSet, Statement } from '../statement';
import type { Reader } from './reader';
import { constrainable, isTemplated, isXmlName } from './references';

/** A resource that a constraint may name. */
export const constrainedResource = {
  kind: 'reference',
  namespaces: ['crm.resource', 'crm.tag', 'crm.template'],
  accept: constrainable,
} as const;

export const roleSlot: SlotKind = {
  kind: 'words',
  words: ['Promoted', 'Unpromoted', 'Started', 'Stopped', 'Master', 'Slave'],
  category: 'role',
};
export const actionSlot: SlotKind = {
  kind: 'words',
  words: ['start', 'promote', 'demote', 'stop'],
  category: 'action',
};

export const attributeWords = (words: readonly string[]): SlotKind => ({
  kind: 'words',
  words,
  category: 'constraint-attribute',
  suffix: '=',
});

const bracket = (mark: string): SlotKind => ({ kind: 'words', words: [mark], category: 'bracket' });

const bool: SlotKind = { kind: 'value', type: { kind: 'boolean' } };
const valueSlots: Readonly<Record<string, SlotKind>> = {
  role: roleSlot,
  'resource-discovery': { kind: 'value', type: { kind: 'enum', values: ['always', 'never', 'exclusive'] } },
  symmetrical: bool,
  sequential: bool,
  'require-all': bool,
  'node-attribute': { kind: 'words', words: ['#uname', 'site', 'rack'], category: 'node-attribute' },
  'loss-policy': { kind: 'words', words: ['stop', 'demote', 'fence', 'freeze'], category: 'loss-policy' },
};

/** Takes `NAME=VALUE` of a constraint. */
export function takeConstraintAttribute(reader: Reader, statement: Statement, word: Word, slot: SlotKind): void {
  const [, name = '', value = ''] = /^\$?([^=]+)=(.*)$/s.exec(word.value) ?? [];
  statement.constraintAttributes.push({ name, value });
  if (!isXmlName(name) && !isTemplated(word.value)) reader.problem('bad-attribute-name', word, { name });
  takeAttribute(reader, word, slot);
}

/** Takes `NAME=VALUE` of a constraint or a set. */
function takeAttribute(reader: Reader, word: Word, slot: SlotKind): void {
  const equals = word.value.indexOf('=');
  const name = word.value.slice(0, equals).replace(/^\$/, '').toLowerCase();
  const value = partSpan(word, equals + 1);
  reader.note(partSpan(word, 0, equals), slot);
  reader.note(value, own(valueSlots, name) ?? { kind: 'text', what: name }, []);
  reader.take('attribute');
}

export interface MembersOptions {
  readonly qualifier: SlotKind;
  /** The attribute that may be the very last word. */
  readonly trailing: string;
  /** How many words the simple form has. */
  readonly simple: number;
  /** Behind the colon stand roles; else actions. */
  readonly roles: boolean;
  /** What could have stood in place of the first resource. */
  readonly first?: readonly SlotKind[];
}

/** The values that crmsh knows for an attribute at the end of a constraint; any text for `node-attribute`. */
const trailingValues: Readonly<Record<string, RegExp>> = {
  symmetrical: /^(?:true|false|yes|no|on|off)$/i,
  'loss-policy': /^(?:stop|demote|fence|freeze)$/i,
  'node-attribute': /./,
};

/**
 * Exactly two words (a ticket: one) are the simple form, in which brackets are parts of names; anything else is resource
 * sets (crmsh 4.4.1, crmsh/parse.py, match_resource_set).
 */
export function parseMembers(reader: Reader, statement: Statement, options: MembersOptions): void {
  const trailing = attributeWords([options.trailing]);
  const names = reader.rest.filter(({ value }) => !isTrailing(value, options.trailing));
  const sets = new ResourceSets(reader, statement, options, names.length === options.simple);
  for (let ended = false; ; ) {
    const enough = statement.members.length > 0 && !sets.isOpen;
    // The attribute at the end is the end.
    if (ended) reader.expect();
    else reader.expect(...(enough ? [] : (options.first ?? [])), constrainedResource, ...(enough ? [trailing] : []));
    const word = reader.current;
    if (!word) break;
    ended = isTrailing(word.value, options.trailing);
    if (ended) lastAttribute(reader, statement, word, options.trailing, trailing);
    else sets.take(word);
  }
  sets.end();
  if (statement.members.length === 0) reader.problem('missing-resource', reader.missingAt());
}

/** `'{' sets '}'` of a location. */
export function parseBracedSets(reader: Reader, statement: Statement): void {
  const open = reader.take('bracket', bracket('{')) as Word;
  const options = { qualifier: roleSlot, roles: true };
  const sets = new ResourceSets(reader, statement, options, false);
  for (;;) {
    reader.expect(constrainedResource, bracket('}'));
    const word = reader.current;
    if (!word) {
      reader.problem('unclosed-bracket', open, { bracket: '{' });
      return;
    }
    if (word.value === '}') break;
    sets.take(word);
  }
  sets.end();
  const close = reader.take('bracket', bracket('}'));
  if (close && statement.members.length === 0) reader.problem('empty-set', close);
}

const isTrailing = (value: string, name: string): boolean => value.toLowerCase().startsWith(`${name}=`);

/** `symmetrical=`, `node-attribute=`, `loss-policy=`: crmsh knows them only as the last word, with the values it knows. */
function lastAttribute(reader: Reader, statement: Statement, word: Word, name: string, slot: SlotKind): void {
  const value = word.value.slice(name.length + 1);
  if (reader.peek()) reader.problem('not-last', word, { word: word.value });
  else if (!own(trailingValues, name)?.test(value) && !isTemplated(value))
    reader.problem('bad-trailing-value', word, { name, value });
  takeConstraintAttribute(reader, statement, word, slot);
}

const roleNames = /^(?:promoted|unpromoted|started|stopped|master|slave)$/i;
const actionNames = /^(?:start|promote|demote|stop)$/i;

/** Puts resources into sets: a bracket or another role or action begins a new one (crmsh 4.4.1, crmsh/parse.py, ResourceSet). */
class SetCollector {
  private readonly done: ResourceSet[] = [];
  private members: string[] = [];
  private qualifier = '';
  private sequential = true;
  private requireAll = true;

  open(optional: boolean): void {
    this.save();
    this.sequential = false;
    if (optional) this.requireAll = false;
  }

  close(): void {
    this.save();
    this.sequential = true;
    this.requireAll = true;
  }

  set(name: string, value: boolean): void {
    if (name === 'sequential') this.sequential = value;
    else this.requireAll = value;
  }

  add(name: string, qualifier: string): void {
    if (qualifier.toLowerCase() !== this.qualifier.toLowerCase()) this.save();
    this.qualifier = qualifier;
    this.members.push(name);
  }

  sets(): readonly ResourceSet[] {
    this.save();
    return this.done;
  }

  private save(): void {
    const { members, qualifier, sequential, requireAll } = this;
    if (members.length > 0) this.done.push({ members, qualifier, sequential, requireAll });
    this.members = [];
    this.qualifier = '';
  }
}

/** Reads resource sets word by word (crmsh 4.4.1, crmsh/parse.py, ResourceSet). */
class ResourceSets {
  private readonly collector = new SetCollector();
  private open: Word | undefined;
  /** How many resources the set has that is being read. */
  private count = 0;

  constructor(
    private readonly reader: Reader,
    private readonly statement: Statement,
    private readonly options: Pick<MembersOptions, 'qualifier' | 'roles'>,
    /** Brackets are parts of names. */
    private readonly simple: boolean,
  ) {}

  take(word: Word): void {
    const { value } = word;
    if (value === '') {
      this.reader.problem('empty-word', word);
      this.reader.take('unread');
      return;
    }
    const opens = /^[([]/.test(value);
    const closes = /[)\]]$/.test(value) && !(opens && value.length === 1);
    // crmsh parts a bracket from one end of a word only, and not at all in the simple form.
    if ((opens && closes) || (this.simple && (opens || closes)))
      this.reader.problem('bracket-in-name', word, { word: value });
    if (opens) this.opening(word);
    this.content(word, opens ? 1 : 0, value.length - (closes ? 1 : 0));
    if (closes) this.closing(word);
  }

  /** A bracket waits for its other half. */
  get isOpen(): boolean {
    return this.open !== undefined;
  }

  /** To be called behind the last word. */
  end(): void {
    if (!this.simple) this.statement.resourceSets = this.collector.sets();
    if (this.open && !this.simple)
      this.reader.problem('unclosed-bracket', this.open, { bracket: this.open.value.slice(0, 1) });
  }

  private opening(word: Word): void {
    if (this.open && !this.simple) this.reader.problem('nested-bracket', word);
    this.open = word;
    this.count = 0;
    this.collector.open(word.value.startsWith('['));
  }

  private closing(word: Word): void {
    const bracket = word.value.slice(-1);
    const fits = this.open && this.open.value.startsWith('(') === (bracket === ')');
    if (!this.simple && !fits) this.reader.problem('unopened-bracket', word, { bracket });
    else if (!this.simple && this.count === 0) this.reader.problem('empty-set', word);
    this.open = undefined;
    this.count = 0;
    this.collector.close();
  }

  /** What stands between the brackets of a word: nothing, an attribute of the set, or a resource. */
  private content(word: Word, from: number, to: number): void {
    const text = word.value.slice(from, Math.max(from, to));
    if (text === '' || (text === '_rsc_set_' && !this.simple)) this.reader.take('bracket', bracket(word.value));
    else if (text.includes('=') && !isTemplated(text)) this.attribute(word, text);
    else this.resource(word, text, from, to);
  }

  private attribute(word: Word, text: string): void {
    const [name = '', value = ''] = text.split('=');
    const known = attributeWords(['sequential', 'require-all']);
    if (this.simple || (name !== 'sequential' && name !== 'require-all')) {
      this.reader.problem('unexpected-word', word, {
        word: text,
        expected: this.simple ? 'RESOURCE' : 'RESOURCE, sequential=, require-all=',
      });
      this.reader.take('unread');
      return;
    }
    if (!/^(?:yes|true|on|1|no|false|off|0)$/i.test(value))
      this.reader.problem('bad-trailing-value', word, { name, value });
    this.collector.set(name, /^(?:yes|true|on|1)$/i.test(value));
    takeAttribute(this.reader, word, known);
  }

  private resource(word: Word, text: string, from: number, to: number): void {
    const colon = text.indexOf(':');
    const name = colon < 0 ? text : text.slice(0, colon);
    const span = partSpan(word, from, from + name.length);
    const parts: { from: number; to: number; slot: SlotKind }[] = [
      { from, to: from + name.length, slot: constrainedResource },
    ];
    if (colon >= 0) parts.push({ from: from + colon + 1, to, slot: this.options.qualifier });
    const qualifier = colon < 0 ? undefined : text.slice(colon + 1);
    const qualifierSpan = colon < 0 ? undefined : partSpan(word, from + colon + 1, to);
    if (name === '') this.reader.problem('missing-resource', word);
    this.reader.takeParts('reference', parts);
    this.reader.refer('crm.resource', name, span, this.statement.kind);
    if (qualifier !== undefined && qualifierSpan) this.checkQualifier(qualifier, qualifierSpan);
    this.count++;
    this.collector.add(name, qualifier ?? '');
    this.statement.members.push({
      word,
      name,
      span,
      ...(qualifier !== undefined && { qualifier }),
      ...(qualifierSpan && { qualifierSpan }),
    });
  }

  /**
   * What may stand behind the colon (crmsh 4.4.1, crmsh/parse.py: Invalid role, Invalid action). In the simple form also
   * nothing, or the number of an instance.
   */
  private checkQualifier(qualifier: string, span: Span): void {
    if (isTemplated(qualifier) || (this.simple && /^\d*$/.test(qualifier))) return;
    if (!(this.options.roles ? roleNames : actionNames).test(qualifier))
      this.reader.problem(this.options.roles ? 'bad-role' : 'bad-action', span, { word: qualifier });
  }
}
