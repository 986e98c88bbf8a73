import { runSuites } from './mocha';
import './suite/activation.test';
import './suite/detection.test';
import './suite/features.test';
import './suite/diagnostics.test';
import './suite/import.test';
import './suite/restart.test';
import './suite/tasks.test';
import './suite/navigation.test';
import './suite/editing.test';
import './suite/typing.test';
import './suite/new-cluster.test';
import './suite/server-trouble.test';
import './suite/status.test';
import './suite/developer.test';

/** What VS Code calls in the Node extension host. */
export const run = (): Promise<void> => runSuites();
