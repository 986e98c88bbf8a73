import { plainMarks, sureShellPrompt } from '../../../base/plain-marks';

/** Text out of terminals, web pages and documents as it belongs into a file: without commands, with plain marks. */
export function cleanPastedDrbd(text: string): string {
  const lines = text.split('\n').filter((line) => !sureShellPrompt.test(line));
  return lines.map((line) => plainMarks(line, { single: '"', comments: true })).join('\n');
}
