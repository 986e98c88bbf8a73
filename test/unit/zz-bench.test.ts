import { readFileSync } from 'node:fs';
import { newService } from '../support/service';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { measures, Positions } from '../../server/src/hosts/lsp/positions';
import * as toProto from '../../server/src/hosts/lsp/to-proto';
test('bench', () => {
  for (const [lang, file] of [['crm','examples/cluster.crm'],['drbd','examples/drbd.d/r0.res']] as const) {
    const one = readFileSync(file,'utf8'); let text=''; let n=0;
    while (text.split('\n').length < 10000) text += one.replace(/\b(primitive|group|clone|ms|order|colocation|location|resource) (\S+)/g, (_m,a,b)=>`${a} ${b}${n}`), n++;
    const s = newService(); const uri = 'file:///x.'+lang;
    s.workspace.open(uri, lang, text);
    const doc = TextDocument.create(uri, lang, 0, text); const pos = new Positions(doc,'utf-16');
    const time = (what: string, f: () => unknown) => { const list=[]; for (let i=0;i<8;i++){ s.workspace.edit(uri, Math.floor(text.length/2), Math.floor(text.length/2), i%2?'':''); const t=performance.now(); f(); list.push((performance.now()-t).toFixed(1)); } console.log(lang, what, list.join(' ')); };
    time('tokens', () => s.semanticTokens(uri, measures['utf-16']));
    time('outline', () => s.outline(uri));
    time('symbols', () => s.outline(uri).map((i) => toProto.documentSymbol(pos, i)));
    time('folds', () => s.folds(uri).flatMap((f) => toProto.foldingRange(pos, f)));
    time('key+tokens', () => { s.workspace.edit(uri, 5000, 5000, 'x'); s.semanticTokens(uri, measures['utf-16']); });
    time('key+symbols', () => { s.workspace.edit(uri, 5000, 5000, 'x'); s.outline(uri).map((i) => toProto.documentSymbol(pos, i)); });
    time('json', () => JSON.stringify(s.semanticTokens(uri, measures['utf-16'])));
  }
});
test('bench2', () => {
  for (const [lang, file] of [['crm','examples/cluster.crm'],['drbd','examples/drbd.d/r0.res']] as const) {
    const one = readFileSync(file,'utf8'); let text=''; let n=0;
    while (text.split('\n').length < 10000) text += one.replace(/\b(primitive|group|clone|ms|order|colocation|location|resource) (\S+)/g, (_m,a,b)=>`${a} ${b}${n}`), n++;
    const s = newService(); const uri = 'file:///x.'+lang;
    const t0 = performance.now(); s.workspace.open(uri, lang, text); console.log(lang, 'open', (performance.now()-t0).toFixed(0));
    const time = (what: string, f: () => unknown) => { const list=[]; for (let i=0;i<6;i++){ s.workspace.edit(uri, 5000, 5000, 'x'); s.workspace.edit(uri, 5000, 5001, ''); const t=performance.now(); f(); list.push((performance.now()-t).toFixed(1)); } console.log(lang, what, list.join(' ')); };
    const at = text.indexOf(lang==='crm'?'primitive ':'resource ')+10;
    time('links', () => s.links(uri));
    time('lenses', () => s.lenses(uri, 'en', () => true));
    time('hints screen', () => s.hints(uri, {start: 5000, end: 8000}, 'en', () => true));
    time('hints all', () => s.hints(uri, {start: 0, end: text.length}, 'en', () => true));
    time('occurrences', () => s.occurrences(uri, at));
    time('here', () => s.occurrencesHere(uri, at));
    time('node occ', () => s.occurrences(uri, text.indexOf(lang==='crm'?'node ':'on ')+(lang==='crm'?8:4)));
    time('stage', () => { s.stageAt(uri, at); s.neighbours(uri, at, 'before'); });
    time('selections', () => s.selections(uri, at));
    time('linked', () => s.linkedPlaces(uri, at));
  }
});
