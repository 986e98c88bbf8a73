import { runSuites } from './mocha';
import './suite/activation.test';
import './suite/detection.test';
import './suite/features.test';
import './suite/diagnostics.test';
import './suite/import-web.test';
import './suite/navigation.test';
import './suite/editing.test';
import './suite/typing.test';
import './suite/restart.test';
import './suite/new-cluster.test';
import './suite/server-trouble.test';
import './suite/status.test';
import './suite/developer.test';
import './suite/log-web.test';

/** What VS Code calls in the web worker extension host. */
export const run = (): Promise<void> => runSuites();
