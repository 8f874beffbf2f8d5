import { useEffect, useState } from 'react';
import type { Playbook, PlaybookTableRow } from '#engines/case/model';
import { defineMessages, useLocale, useText } from '#platform/web/i18n';

const messages = defineMessages({
  zh: {
    caption: '流程图的文字说明',
    stage: '环节',
    owner: '由谁办',
    action: '可以做什么',
    by: '谁可以做',
    to: '之后到',
    clock: '时限',
  },
  en: {
    caption: 'The diagram in words',
    stage: 'Stage',
    owner: 'Owner',
    action: 'What can be done',
    by: 'Who may',
    to: 'Leads to',
    clock: 'By when',
  },
});

/** The picture in words, for those who do not see it. */
export const DiagramTable = ({ playbook, roleName }: { playbook: Playbook; roleName?: (role: string) => string }) => {
  const t = useText(messages);
  const locale = useLocale();
  const [rows, setRows] = useState<readonly PlaybookTableRow[]>([]);
  useEffect(() => {
    void import('#engines/case/model').then(({ tablePlaybook }) => setRows(tablePlaybook(playbook, locale, roleName)));
  }, [playbook, locale, roleName]);
  const columns = ['stage', 'owner', 'action', 'by', 'to', 'clock'] as const;
  return (
    <table className="lf-unseen">
      <caption>{t('caption')}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {t(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.flatMap((row) =>
          (row.actions.length > 0 ? row.actions : [undefined]).map((action) => (
            <tr key={`${row.id} ${action?.id ?? ''}`}>
              <th scope="row">{row.stage}</th>
              <td>{row.owner}</td>
              <td>{action?.name}</td>
              <td>{action?.who}</td>
              <td>{action?.to.join(locale === 'zh' ? '、' : ', ')}</td>
              <td>{row.clocks.join(locale === 'zh' ? '；' : '; ')}</td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  );
};
