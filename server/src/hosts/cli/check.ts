import { LineIndex } from '../../base/line-index';
import type { Locale, Text } from '../../base/text';
import { rulePage } from '../../core/features/rule-page';
import type { LanguageService } from '../../core/service';
import type { Languages } from '../../languages/index';
import { type CheckSettings, readCheckSettings, type Settled } from './check-settings';
import type { Console } from './console';
import { unifiedDiff } from './diff';
import type { Decoded } from './encoding';
import { type FileReport, findingsOf, type Report } from './findings';
import { repaired, writeBack } from './fix';
import { summary, toHuman } from './formats/human';
import { findInputs, type Input } from './inputs';
import { type Opened, Reader } from './opened';
import { Problem } from './problem';
import { Progress } from './progress';
import { folderOf, loadLanguages, Session } from './session';
import { harmless } from './terminal';

/** `linux-ha check`: returns the exit code. */
export async function check(args: readonly string[], console: Console): Promise<number> {
  const settings = readCheckSettings(args);
  if (settings === 'help') return console.help('check');
  const { inputs, problems } = await findInputs(settings.files.length > 0 ? settings.files : ['.']);
  const run = new Run(settings, console, await loadLanguages());
  for (const problem of problems) run.problem(problem);
  await run.all(inputs);
  if (run.judged === 0 && run.problems.length === 0) run.problem(nothingOfOurs);
  return run.finish();
}

const nothingOfOurs: Text = {
  en: 'no crm or DRBD file among those that were given',
  ja: 'crm / DRBD のファイルがありません',
};

/** A file that was read, and what counts for it. */
interface Judged extends Opened {
  readonly settled: Settled;
}

/** Such a file where a service knows it. */
interface Known extends Judged {
  readonly service: LanguageService;
  readonly uri: string;
}

/** One run over all files. */
class Run {
  readonly problems: string[] = [];
  judged = 0;
  private readonly reports: FileReport[] = [];
  private readonly sessions = new Map<string, Session>();
  private readonly progress: Progress;
  private changes = 0;
  private readonly reader: Reader;
  private printsText = false;

  constructor(
    private readonly settings: CheckSettings,
    private readonly console: Console,
    private readonly languages: Languages,
  ) {
    this.progress = new Progress(process.stderr);
    this.reader = new Reader(settings);
  }

  private get locale(): Locale {
    return this.console.locale;
  }

  problem(text: Text): void {
    this.progress.clear();
    const said = harmless(text[this.locale]);
    this.problems.push(said);
    this.console.note(said);
  }

  async all(inputs: readonly Input[]): Promise<void> {
    // Repairs come first: a file may be judged by what another one says.
    if (this.settings.fix) for (const [i, input] of inputs.entries()) await this.each(i, inputs, input, this.repair);
    if (this.settings.fix) this.sessions.clear();
    if (this.settings.fix === 'dry-run') return;
    // All are known before the first is judged: they may be about one cluster.
    const known: Known[] = [];
    const open = async (opened: Judged): Promise<void> => {
      known.push({ ...opened, ...(await this.session(opened).open(opened.path, opened.language, opened.file.text)) });
    };
    for (const [i, input] of inputs.entries()) await this.each(i, inputs, input, open);
    for (const [i, one] of known.entries()) {
      this.progress.at(i, known.length, harmless(one.input.shown));
      this.judge(one);
    }
    this.progress.clear();
  }

  private async each(
    index: number,
    inputs: readonly Input[],
    input: Input,
    work: (opened: Judged) => Promise<void>,
  ): Promise<void> {
    this.progress.at(index, inputs.length, harmless(input.shown));
    try {
      const opened = await this.open(input);
      if (opened) await work.call(this, opened);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      // A file that cannot be read is named once, also if it is looked at twice.
      if (!this.problems.includes(harmless(error.text[this.locale]))) this.problem(error.text);
    }
  }

  private async open(input: Input): Promise<Judged | undefined> {
    const opened = await this.reader.open(input);
    if (!opened) return undefined;
    this.judged++;
    return { ...opened, settled: await this.settings.settle(folderOf(opened.path)) };
  }

  private session({ settled }: Judged): Session {
    const known = this.sessions.get(settled.key);
    if (known) return known;
    const session = new Session({
      languages: this.languages,
      target: settled.target,
      ...(settled.reader !== undefined && { reader: settled.reader }),
      ...(settled.scope !== undefined && { scope: settled.scope }),
      onRuleError: (rule, error) => {
        this.progress.clear();
        this.console.note(`${rule.id}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      },
    });
    this.sessions.set(settled.key, session);
    return session;
  }

  private judge({ input, language, file, settled, service, uri }: Known): void {
    const shown = input.path === undefined ? (this.settings.stdinName ?? '-') : input.shown;
    const findings = findingsOf(service, uri, shown, {
      locale: this.locale,
      rules: settled.rules,
      atLeast: settled.severity,
    });
    if (file.encoding !== 'utf-8') this.named(input, file);
    const report = { file: shown, path: input.path, language, encoding: file.encoding, findings };
    this.reports.push(report);
    if (this.settings.format !== 'human' || findings.length === 0) return;
    this.progress.clear();
    this.write(`${toHuman(report, new LineIndex(file.text), this.console.paint)}\n`);
  }

  /** Says that a file was read in another encoding. */
  private named(input: Input, { encoding }: Decoded): void {
    this.progress.clear();
    const shown = harmless(input.shown);
    const text = { en: `${shown}: read as ${encoding}`, ja: `${shown}: ${encoding} として読み込みました` };
    this.console.note(text[this.locale]);
  }

  private async repair(opened: Judged): Promise<void> {
    const { input, path, language, file, settled } = opened;
    const { file: after, kept } = await repaired(this.session(opened), path, language, file, settled.rules);
    if (kept) {
      const shown = harmless(input.shown);
      const text = {
        en: `${shown}: some repairs are left out, since ${file.encoding} cannot say them`,
        ja: `${shown}: ${file.encoding} で表せない修正は行いませんでした`,
      };
      this.console.note(text[this.locale]);
    }
    if (this.settings.fix === 'dry-run') {
      const diff = unifiedDiff(input.shown, file.bytes, after.bytes);
      if (diff.length > 0) this.changes++;
      this.progress.clear();
      this.console.out(diff);
    } else if (input.path === undefined) {
      this.reader.replace(opened, after);
      this.printsText = true;
      this.console.out(after.bytes);
    } else if (after !== file) await writeBack(path, input.shown, file, after);
  }

  /** Findings go to standard output, unless the repaired text does. */
  private write(text: string): void {
    if (this.printsText) this.console.err(text);
    else this.console.out(text);
  }

  async finish(): Promise<number> {
    const found = this.reports.some(({ findings }) => findings.length > 0) || this.changes > 0;
    // Where nothing could be read there is nothing to sum up for people.
    const isSilent = this.settings.format === 'human' && this.reports.length === 0;
    if (this.settings.fix !== 'dry-run' && !isSilent) {
      const report: Report = { files: this.reports, problems: this.problems, page: (code) => this.page(code) };
      this.write(await this.print(report));
    }
    return this.problems.length > 0 ? 2 : found ? 1 : 0;
  }

  private async print(report: Report): Promise<string> {
    switch (this.settings.format) {
      case 'json':
        return (await import('./formats/json')).toJson(report);
      case 'sarif':
        return (await import('./formats/sarif')).toSarif(report, this.locale);
      case 'github':
        return (await import('./formats/github')).toGithub(report);
      case 'checkstyle':
        return (await import('./formats/checkstyle')).toCheckstyle(report);
      default:
        return summary(report, this.locale);
    }
  }

  private page(code: string): string | undefined {
    const language = this.languages.modules.find(({ id }) => code.startsWith(`${id}/`));
    return language && rulePage(language, code, this.locale);
  }
}
