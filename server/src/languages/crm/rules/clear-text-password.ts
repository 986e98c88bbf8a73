import { defineRule } from '../../../core/lint/rule';
import { attributesOf, type CrmModel } from '../model';
import { isTemplated } from '../parser/references';

export const clearTextPassword = defineRule<CrmModel>()({
  id: 'crm/clear-text-password',
  severity: 'hint',
  since: '0.1.0',
  docs: {
    en: 'A password stands in the file as it is, and goes along with it into version control, mails and bug reports. Pacemaker keeps it in the CIB, which every node has. Fence agents take a script or a file instead (password_script=), and crm report masks what the setting sanitize names.',
    ja: 'パスワードがそのままファイルに書かれており、ファイルとともにバージョン管理、メール、障害報告にも渡る。Pacemaker は全ノードの CIB に保持する。フェンスエージェントでは代わりにスクリプト（password_script=）を指定できる。crm report では sanitize に指定した項目が伏せられる。',
  },
  messages: {
    script: {
      en: 'The password of this device stands here for all to read: {other}= takes a script that prints it.',
      ja: 'パスワードがそのまま書かれている。{other}= に、パスワードを出力するスクリプトを指定できる。',
    },
    plain: {
      en: 'This password stands here for all to read.',
      ja: 'パスワードがそのまま書かれている。',
    },
  },
  examples: {
    bad: [
      'primitive f stonith:fence_ipmilan params ip=192.0.2.9 username=admin password=secret',
      'primitive db ocf:heartbeat:mysql params replication_user=r replication_passwd=secret',
    ],
    good: [
      'primitive f stonith:fence_ipmilan params ip=192.0.2.9 username=admin password_script=/etc/ha/fence-password',
      'primitive f stonith:fence_ipmilan params ip=192.0.2.9 password={{ password }}',
    ],
  },
  kinds: ['primitive', 'rsc_template'],
  check({ model: { statement, agent } }, context) {
    if (!statement) return;
    for (const { name, value, word } of attributesOf(statement, 'params')) {
      if (!/(?:^|_)(?:passwd|password|secret|passphrase)$/i.test(name) || !value || isTemplated(value)) continue;
      if (/^[/<*]/.test(value)) continue; // a file, or a stand-in
      const other = `${name}_script`;
      context.report(agent?.parameters.has(other) ? 'script' : 'plain', word, { args: { other } });
    }
  },
});
