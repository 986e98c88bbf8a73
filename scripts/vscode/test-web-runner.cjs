// A process of its own round @vscode/test-web, which knows no way to be given a browser:
// node test-web-runner.cjs FOLDER-WITH-TEST-WEB JSON
const { createRequire } = require('node:module');
const { join } = require('node:path');

const [folder, json] = process.argv.slice(2);
const { options, browser } = JSON.parse(json);
const fromFolder = createRequire(join(folder, 'package.json'));

const { chromium } = fromFolder('playwright');
const launch = chromium.launch.bind(chromium);
chromium.launch = (given) => launch({ ...given, ...browser, args: [...(given?.args ?? []), ...browser.args] });

fromFolder('@vscode/test-web')
  .runTests(options)
  .then(
    () => process.exit(0),
    (error) => {
      if (error.message !== 'Test failed') console.error(error);
      process.exit(1);
    },
  );
