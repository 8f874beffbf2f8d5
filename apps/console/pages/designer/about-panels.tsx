import { Button } from 'antd';
import type { DesignEdit, Playbook, RoutingRule } from '#engines/case/model';
import { usePick, useText } from '#platform/web/i18n';
import { Facts, Select, TextArea, TextField } from '#platform/web/kit';
import { words } from './designer-words.ts';
import type { Ground } from './ground.ts';
import { Names, Sentences } from './inputs.tsx';

interface PanelProps {
  readonly playbook: Playbook;
  readonly ground: Ground;
  readonly edit: (edit: DesignEdit) => void;
}

/** What the playbook is called and for whom it is. */
export const AboutPanel = ({ playbook, ground, edit }: PanelProps) => {
  const t = useText(words);
  const pick = usePick();
  const list = ground.fields.codeList(playbook.categories);
  return (
    <div className="stack">
      <Names name={t('name')} value={playbook.name} onChange={(name) => edit({ edit: 'about', name })} />
      <Sentences
        name={t('summary')}
        value={playbook.summary}
        onChange={(summary) => edit({ edit: 'about', summary })}
      />
      <TextArea
        label={t('titleFormula')}
        required
        rows={2}
        value={playbook.title}
        onChange={(event) => edit({ edit: 'about', title: event.target.value })}
      />
      <Facts
        facts={[
          { name: t('id'), value: playbook.id },
          { name: t('category'), value: list ? pick(list.name) : playbook.categories },
          { name: t('who'), value: playbook.reporters.map((kind) => t(kind)).join('、') },
        ]}
      />
      <p className="quiet small">{t('fixedHere')}</p>
    </div>
  );
};

/** 事项清单 → 责任部门: the rules in their order. */
export const RoutingPanel = ({ playbook, ground, edit }: PanelProps) => {
  const t = useText(words);
  const pick = usePick();
  const rules = playbook.routing;
  const set = (next: readonly RoutingRule[]): void => edit({ edit: 'routing', rules: next });
  const put = (index: number, change: Partial<RoutingRule>): void =>
    set(rules.map((rule, at) => (at === index ? { ...rule, ...change } : rule)));
  const swap = (index: number, by: 1 | -1): void => {
    const [one, other] = [rules[index], rules[index + by]];
    if (one && other) set(rules.map((rule, at) => (at === index ? other : at === index + by ? one : rule)));
  };
  return (
    <div className="stack">
      <p className="quiet small">{t('routingHow')}</p>
      {rules.map((rule, index) => (
        <fieldset key={index} className="designer-group">
          <legend className="lf-label">{t('rule', { number: index + 1 })}</legend>
          <div className="stack">
            <TextField
              label={t('condition')}
              required
              value={rule.when}
              onChange={(event) => put(index, { when: event.target.value })}
            />
            <Select
              label={t('bodyKind')}
              required
              value={rule.bodyKind}
              onChange={(event) => put(index, { bodyKind: event.target.value })}
            >
              {ground.bodyKinds.some((kind) => kind.id === rule.bodyKind) ? null : (
                <option value={rule.bodyKind}>{rule.bodyKind}</option>
              )}
              {ground.bodyKinds.map((kind) => (
                <option key={kind.id} value={kind.id}>
                  {pick(kind.name)}
                </option>
              ))}
            </Select>
            <div className="row">
              <Button size="small" disabled={index === 0} onClick={() => swap(index, -1)}>
                {t('up')}
              </Button>
              <Button size="small" disabled={index === rules.length - 1} onClick={() => swap(index, 1)}>
                {t('down')}
              </Button>
              <Button size="small" danger onClick={() => set(rules.filter((_one, at) => at !== index))}>
                {t('remove')}
              </Button>
            </div>
          </div>
        </fieldset>
      ))}
      <div>
        <Button
          size="small"
          onClick={() => set([...rules, { when: 'category.code = ""', bodyKind: ground.bodyKinds[0]?.id ?? '' }])}
        >
          {t('addRule')}
        </Button>
      </div>
    </div>
  );
};
