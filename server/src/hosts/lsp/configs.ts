import { folderOf } from '../../base/folders';
import type { RuleSettings } from '../../core/lint/rule';
import { type Config, ConfigMistake, configName, readConfig } from '../config-file';
import type { Host } from './host';

/** A configuration, and the address of its file. */
interface Placed {
  readonly uri: string;
  readonly config: Config;
}

/**
 * The `.linux-ha.json` files that count for open documents: for each the nearest in its folder or above, as on the
 * command line. What one says stands over the editor's settings, since everybody who works on the files shares it.
 */
export class Configs {
  /** What was read, by address; undefined: there is none, or it cannot be used. */
  private readonly read = new Map<string, Promise<Config | undefined>>();
  private readonly ofDocument = new Map<string, Placed>();

  /** `onChange`: other settings count now for some documents. */
  constructor(
    private readonly host: Host,
    private readonly onChange: () => void,
  ) {}

  /** What counts for a file besides the editor's settings; undefined: nothing. */
  for(uri: string): Config | undefined {
    return this.ofDocument.get(uri)?.config;
  }

  /** What rules may depend on, for a file. */
  settingsFor(uri: string): RuleSettings {
    const settings = this.host.settingsFor(uri);
    const config = this.for(uri);
    const reader = config?.reader ?? settings.reader;
    const scope = config?.scope ?? settings.scope;
    return {
      target: { ...settings.target, ...config?.target },
      ...(reader !== undefined && { reader }),
      ...(scope !== undefined && { scope }),
    };
  }

  /** The address of the file that says a setting for a document; undefined: none does. */
  sourceOf(uri: string, setting: string): string | undefined {
    const placed = this.ofDocument.get(uri);
    if (!placed) return undefined;
    const { config } = placed;
    const [group = '', name = ''] = setting.split('.');
    const said = group === 'target' ? config.target[name] : setting === 'crm.scope' ? config.scope : undefined;
    return said === undefined ? undefined : placed.uri;
  }

  /** A document was opened. */
  async opened(uri: string): Promise<void> {
    if (await this.find(uri)) this.onChange();
  }

  closed(uri: string): void {
    this.ofDocument.delete(uri);
  }

  /** Whether an address is one of these files. */
  isConfig(uri: string): boolean {
    return uri.endsWith(`/${configName}`);
  }

  /** One of these files was made, changed or deleted. */
  async changed(uri: string): Promise<void> {
    this.read.delete(uri);
    let others = false;
    for (const document of this.host.documents.uris()) others = (await this.find(document)) || others;
    if (others) this.onChange();
  }

  /** Looks for what counts for a document; whether it is something else than before. */
  private async find(uri: string): Promise<boolean> {
    const before = this.ofDocument.get(uri);
    const placed = await this.nearest(folderOf(uri));
    if (placed) this.ofDocument.set(uri, placed);
    else this.ofDocument.delete(uri);
    return placed?.config !== before?.config;
  }

  private async nearest(folder: string | undefined): Promise<Placed | undefined> {
    for (let at = folder; at !== undefined; at = parentOf(at)) {
      const uri = `${at}${configName}`;
      const config = await this.at(uri);
      if (config) return { uri, config };
    }
    return undefined;
  }

  private at(uri: string): Promise<Config | undefined> {
    let known = this.read.get(uri);
    if (!known) {
      known = this.readAt(uri);
      this.read.set(uri, known);
    }
    return known;
  }

  private async readAt(uri: string): Promise<Config | undefined> {
    const text = await this.host.readFile(uri);
    if (text === undefined) return undefined;
    try {
      return readConfig(text);
    } catch (error) {
      if (!(error instanceof ConfigMistake)) throw error;
      this.host.connection.console.warn(`${uri}: ${error.text[this.host.locale]}`);
      return { target: {}, rules: {} }; // it hides those above, as when it says nothing
    }
  }
}

/** The folder around a folder; undefined for the outermost. */
function parentOf(folder: string): string | undefined {
  const cut = folder.lastIndexOf('/', folder.length - 2);
  return cut < 0 || /^[^:]*:\/{0,2}[^/]*$/.test(folder.slice(0, cut + 1)) ? undefined : folder.slice(0, cut + 1);
}
