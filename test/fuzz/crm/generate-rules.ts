import type { Random } from '../random';
import { name, node, quoted, score, word } from './words';

/** `$id=`, a score, or both in front of a set. */
export const setHead = (random: Random): string =>
  random.weigh(
    [3, `$id=${random.pick(['ids', 'a', 'x y', '1'])} `],
    [2, `${score(random)} `],
    [1, `$id=ids ${score(random)} `],
    [1, `${score(random)} $id=ids `],
    [1, '$Id=ids '],
  );

/** `rule …`. */
export function rule(random: Random): string {
  const keyword = random.slip(30) ? 'RULE' : 'rule';
  if (random.once(16)) return `${keyword} ${random.pick(['$id-ref=a', '$id-ref=nowhere', '$id-ref=x $role=Master'])}`;
  const head = [
    random.once(8) ? random.pick(['$id=rid', '$ID=rid', 'id=rid', '$id=']) : '',
    random.once(8) ? random.pick(['$role=Promoted', 'role=Master', 'role=', '$Role=x']) : '',
    random.once(2) ? score(random) : '',
  ];
  const join = random.pick(['and', 'or', 'AND', 'and']);
  const tests = random.several(random.slip(20) ? 0 : 1, 3, () => expression(random));
  const joined = tests.join(` ${random.slip(12) ? random.pick(['or', 'xor', '']) : join} `);
  return [keyword, ...head, joined].filter((part) => part !== '').join(' ');
}

function expression(random: Random): string {
  return random.weigh(
    [5, () => comparison(random)],
    [2, () => `${random.pick(['defined', 'not_defined', 'DEFINED'])} ${random.slip(6) ? word(random) : name(random)}`],
    [4, () => `date ${date(random)}`],
  )();
}

function comparison(random: Random): string {
  const type = random.once(4) ? `${random.pick(['string', 'number', 'version', 'integer', 'Number', 'foo', ''])}:` : '';
  const operator = random.slip(8)
    ? random.pick(['=', '==', 'EQ', 'in', 'xx', ''])
    : random.pick(['eq', 'ne', 'lt', 'gte']);
  const value = random.weigh(
    [4, node(random)],
    [2, quoted(random)],
    [1, random.pick(['meta{x}', 'param{a b}', 'literal{}', '{x}', 'x{y', 'x{y}z', '"a b"'])],
  );
  return `${random.slip(10) ? word(random) : name(random)} ${type}${operator} ${value}`;
}

const fields = ['hours', 'monthdays', 'weekdays', 'yearsdays', 'months', 'weeks', 'years', 'weekyears', 'moon'];

function date(random: Random): string {
  const field = (): string =>
    `${random.slip(8) ? random.pick(['minutes', 'Hours', 'x', 'yeardays', 'start']) : random.pick(fields)}${random.slip(10) ? '' : '='}${random.slip(10) ? '' : random.pick(['1', '9-17', '2030'])}`;
  const instant = random.pick(['2030-01-01', '"2030-01-01 10:00"', 'start=2030', '', '1']);
  return random.weigh(
    [2, () => `${random.pick(['lt', 'gt', 'LT', 'gte'])} ${instant}`],
    [
      3,
      () =>
        `${random.pick(['in_range', 'in', 'IN'])} ${[
          random.once(6) ? '' : 'start=2030-01-01',
          random.once(2) ? 'end=2031-01-01' : random.several(0, 2, field).join(' '),
        ].join(' ')}`,
    ],
    [
      3,
      () =>
        `${random.pick(['date_spec', 'spec', 'Spec'])} ${random.several(random.slip(8) ? 0 : 1, 3, field).join(' ')}`,
    ],
  )();
}
