import type { Speaker } from '../../../base/text';

/** A score as the policy engine counts: a million is infinite. Undefined: not a score (an attribute that holds one). */
export function pointsOf(text: string | undefined): number | undefined {
  if (text === undefined) return Number.POSITIVE_INFINITY;
  const match = /^([+-]?)(?:(\d+)|inf(?:inity)?|mandatory)$/i.exec(text);
  if (!match) return /^advisory$/i.test(text) ? 0 : undefined;
  const size = match[2] === undefined || Number(match[2]) >= 1_000_000 ? Number.POSITIVE_INFINITY : Number(match[2]);
  return match[1] === '-' ? -size : size;
}

/** Points with their sign: `+100`, `−INFINITY`. */
export function signed(points: number): string {
  const size = Number.isFinite(points) ? String(Math.abs(points)) : 'INFINITY';
  return `${points < 0 ? '−' : '+'}${size}`;
}

/** What a score is worth by itself. */
export function scoreWords(text: string, t: Speaker): string | undefined {
  const points = pointsOf(text);
  if (points === undefined) return undefined;
  if (points === Number.POSITIVE_INFINITY)
    return t('Must: INFINITY outweighs any sum of points.', '必須: INFINITY はどんな点数の合計よりも強い。');
  if (points === Number.NEGATIVE_INFINITY)
    return t(
      'Never: −INFINITY forbids it, whatever speaks for it.',
      '禁止: −INFINITY は他の条件にかかわらず許さない。',
    );
  if (points === 0) return t('0 points: no preference.', '0 点: 優先なし。');
  return points > 0
    ? t(`Preferred: ${points} points for it.`, `優先: ${points} 点のプラス。`)
    : t(`Rather not: ${-points} points against it.`, `なるべく避ける: ${-points} 点のマイナス。`);
}
