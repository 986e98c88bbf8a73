/** The folder of an address, with the slash; undefined for an address without folders (a document never saved). */
export function folderOf(uri: string): string | undefined {
  const end = uri.lastIndexOf('/');
  return end < 0 || !uri.includes(':/') ? undefined : uri.slice(0, end + 1);
}

/** Takes folders of these names off the end of a folder, as often as they stand there: `/srv/a/etc/x.d/` is about `/srv/a/`. */
export function withoutFolders(folder: string, names: ReadonlySet<string>): string {
  let home = folder;
  for (;;) {
    const cut = home.lastIndexOf('/', home.length - 2);
    if (cut < 0 || !names.has(home.slice(cut + 1, -1))) return home;
    home = home.slice(0, cut + 1);
  }
}
