import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { version } from '../version';
import { Configs } from './config';
import { Console } from './console';
import { Problem } from './problem';
import { harmless } from './terminal';
import { commonOptions, environmentLocale, helpText, oneOf } from './usage';

/** Runs a command line; returns the exit code. Commands are loaded when they are asked for. */
export async function main(argv: readonly string[]): Promise<number> {
  const [command = '', ...args] = argv;
  let console = new Console(environmentLocale(process.env), undefined);
  try {
    if (isCommand(command)) {
      const { values } = firstLook(args);
      console = await consoleFor(values);
      if (values.help === true) return console.help(command);
    }
    return await run(command, args, console);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    console.note(error.text[console.locale]);
    return 2;
  }
}

async function run(command: string, args: readonly string[], console: Console): Promise<number> {
  switch (command) {
    case 'check':
      return (await import('./check')).check(args, console);
    case 'explain':
      return (await import('./explain')).explain(args, console);
    case 'format':
      return (await import('./format')).format(args, console);
    case 'convert':
      return (await import('./convert')).convert(args, console);
    case '--version':
    case '-V':
      console.out(`${version}\n`);
      return 0;
    case '--help':
    case '-h':
    case 'help':
      return console.help('main');
    case '':
      console.err(helpText.main[console.locale]);
      return 2;
    default:
      throw new Problem({
        en: `${harmless(command)} is no command. See linux-ha --help`,
        ja: `${harmless(command)} というコマンドはありません（linux-ha --help を参照）`,
      });
  }
}

const isCommand = (word: string): word is 'check' | 'explain' | 'format' | 'convert' =>
  word !== 'main' && Object.hasOwn(helpText, word);

/** What all commands have; the command itself, which loads the engine, says what is wrong with its arguments. */
const firstLook = (args: readonly string[]) =>
  parseArgs({ args: [...args], options: commonOptions, allowPositionals: true, strict: false });

/** How to speak: as an option says, else the configuration of the working folder, else the environment. */
async function consoleFor(values: ReturnType<typeof firstLook>['values']): Promise<Console> {
  const given = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
  const locale = oneOf('--locale', given(values.locale), ['en', 'ja']);
  const color = oneOf('--color', given(values.color), ['auto', 'always', 'never']);
  if (locale) return new Console(locale, color);
  const path = given(values.config);
  const config = await new Configs(path === undefined ? undefined : resolve(path)).for(process.cwd());
  return new Console(config.language ?? environmentLocale(process.env), color);
}
