// How an editor looks in pictures.

export const themes = {
  light: 'Light Modern',
  dark: 'Dark Modern',
  'hc-light': 'Default High Contrast Light',
  'hc-dark': 'Default High Contrast',
};

/** Settings for pictures: only what the picture is about. */
export const look = {
  'window.commandCenter': false,
  'window.menuBarVisibility': 'hidden',
  'workbench.layoutControl.enabled': false,
  'workbench.activityBar.location': 'hidden',
  'editor.minimap.enabled': false,
  'editor.fontSize': 15,
  'editor.fontFamily': 'DejaVu Sans Mono',
  'editor.hover.delay': 50,
  'editor.lightbulb.enabled': 'off',
  'editor.stickyScroll.enabled': false,
  'editor.occurrencesHighlight': 'off',
  'editor.selectionHighlight': false,
  'editor.scrollbar.vertical': 'hidden',
  'editor.scrollbar.horizontal': 'hidden',
  'editor.overviewRulerBorder': false,
  'editor.hideCursorInOverviewRuler': true,
  'explorer.openEditors.visible': 0,
  'explorer.compactFolders': false,
  'outline.collapseItems': 'alwaysExpand',
  'security.workspace.trust.enabled': false,
  'git.enabled': false,
};
