const patience = 30_000;

/** An editor window, for scenes to act on. Waits are for what can be seen, never for a time alone. */
export class Stage {
  constructor(page) {
    this.page = page;
  }

  /** Waits for the file: its lines and their colours are there, and nothing covers them. */
  async ready() {
    await this.page.waitForSelector('.monaco-editor .view-line', { timeout: patience });
    await this.untilColours();
    await this.page.click('.monaco-editor .view-line');
    await this.press('Control+Home');
  }

  /** Words of more than one colour: the grammar was applied. */
  async untilColours() {
    await this.page.waitForFunction(
      () =>
        new Set([...document.querySelectorAll('.monaco-editor .view-line span span')].map(({ className }) => className))
          .size > 2,
      undefined,
      { timeout: patience },
    );
  }

  async untilSquiggle() {
    await this.page.waitForSelector('.monaco-editor [class*="squiggly-"]', { timeout: patience });
  }

  /** Rests the mouse on a word until a hover with text shows. */
  async hover(word) {
    const place = await this.page.waitForFunction(placeOf, word, { timeout: patience });
    const { x, y } = await place.jsonValue();
    await this.page.mouse.move(x, y);
    await this.page.waitForSelector('.monaco-hover:not(.hidden) .hover-contents', { timeout: patience });
    await this.still();
  }

  /** Brings the first line with this text to the top of the window, as far as the file allows. */
  async find(text) {
    await this.press('Control+f');
    await this.page.keyboard.insertText(text);
    await this.press('Enter');
    await this.press('Escape');
    await this.press('Control+ArrowDown');
    await this.still();
  }

  /** Puts the cursor behind the first of this text. */
  async cursorTo(text) {
    await this.find(text);
    await this.press('ArrowRight');
    await this.still();
  }

  /** Opens the completion list, with the text about its first entry. */
  async suggest() {
    await this.press('Control+Space');
    await this.page.waitForSelector('.suggest-widget.visible .monaco-list-row', { timeout: patience });
    await this.press('Control+Space');
    await this.page.waitForSelector('.suggest-details-container .body, .suggest-details .body', { timeout: patience });
    await this.still();
    // The box takes the size of its text only when it is shown again.
    for (const key of ['ArrowDown', 'ArrowUp']) {
      await this.press(key);
      await this.still();
    }
  }

  /** Runs a command by its title. */
  async command(title) {
    await this.press('F1');
    await this.page.waitForSelector('.quick-input-widget input', { timeout: patience });
    await this.page.keyboard.type(title);
    await this.page.waitForSelector(`.quick-input-list [aria-label^="${title}"]`, { timeout: patience });
    await this.press('Enter');
    await this.page.waitForSelector('.quick-input-widget', { state: 'hidden', timeout: patience });
    await this.still();
  }

  /** Runs a command that asks something, until its first question shows. */
  async asking(title, question) {
    await this.press('F1');
    await this.page.waitForSelector('.quick-input-widget input', { timeout: patience });
    await this.page.keyboard.type(title);
    await this.page.waitForSelector(`.quick-input-list [aria-label^="${title}"]`, { timeout: patience });
    await this.press('Enter');
    await this.page.waitForSelector(`.quick-input-widget :text("${question}")`, { timeout: patience });
    await this.still();
  }

  press(key) {
    return this.page.keyboard.press(key);
  }

  /** Waits until two pictures in a row are the same. */
  async still() {
    let before;
    for (let i = 0; i < 40; i++) {
      const now = (await this.page.screenshot({ caret: 'hide' })).toString('base64');
      if (now === before) return;
      before = now;
      await this.page.waitForTimeout(200);
    }
  }
}

/** Runs in the page: where the first of this word stands on the screen, if it does. */
function placeOf(word) {
  for (const line of document.querySelectorAll('.monaco-editor .view-line')) {
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent.indexOf(word);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + word.length);
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    }
  }
  return undefined;
}
