import { LspClient } from './support/lsp-client';
async function main() {
  const client = new LspClient();
  await client.start({ textDocument: { diagnostic: {} } });
  for (const lines of [30_000, 100_000, 300_000]) {
    const text = '# x\n' + Array.from({ length: lines }, (_, n) => `primitive p${n} ocf:heartbeat:IPaddr2 params ip=10.${n >> 16}.${(n >> 8) & 255}.${n & 255} op monitor interval=10s\n`).join('');
    const t = performance.now(); const c = process.cpuUsage();
    await client.open(`file:///a${lines}.crm`, 'crm', text);
    await client.connection.sendRequest('linuxHa/ping');
    const u = process.cpuUsage(c);
    console.log(lines, 'open->ping', Math.round(performance.now() - t), 'cpu', Math.round((u.user + u.system) / 1000));
    const t2 = performance.now();
    await client.ask('documentSymbol', `file:///a${lines}.crm`);
    console.log('symbols', Math.round(performance.now() - t2));
    const t3 = performance.now();
    await client.ask('semanticTokens/full', `file:///a${lines}.crm`);
    console.log('tokens', Math.round(performance.now() - t3));
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: `file:///a${lines}.crm` } });
  }
  await client.stop();
}
void main();
