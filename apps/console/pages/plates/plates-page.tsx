import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { App, Button, Checkbox } from 'antd';
import { useState } from 'react';
import { asProblem, newId } from '#platform/web/api';
import { defineMessages, useFormats, useNow, usePick, useText } from '#platform/web/i18n';
import { Empty, StatusTag, toast } from '#platform/web/kit';
import { cases } from '../../app/clients.ts';
import { withoutEmpty } from '../../app/search.ts';
import { homeOf, useMay, useMe } from '../../app/session.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import * as icons from '../../parts/icons.tsx';
import { Page } from '../../parts/page.tsx';
import { Loaded } from '../../parts/states.tsx';
import { TerritorySelect } from '../../parts/territory-select.tsx';
import { PlateSheet } from './plate-sheet.tsx';
import './plates.css';

const words = defineMessages({
  zh: {
    title: '二维码牌',
    lead: '一楼一码。居民扫码即可上报，不用安装、不用登录；码里没有地址信息，随时可以停用。',
    make: '为没有牌的楼栋制码',
    made: '新制 {count} 块',
    print: '打印{what}',
    printAll: '全部在用的牌',
    printPicked: '选中的 {count} 块',
    place: '楼栋',
    code: '编码',
    state: '状态',
    inUse: '在用',
    revoked: '{moment} 停用',
    revoke: '停用',
    revokeTitle: '停用「{name}」的二维码？',
    revokeText: '已经贴出的牌扫码后会提示无效，并引导居民手动选择地点或打电话。停用后不能恢复，可以重新制码。',
    revokedDone: '已停用',
    actions: '操作',
    count: '在用 {count} 块',
    showRevoked: '也显示已停用的',
    emptyTitle: '这个区域还没有二维码牌',
    emptyText: '点「为没有牌的楼栋制码」，系统会为每栋楼生成一块。',
    noHome: '请先选择区域',
  },
  en: {
    title: 'QR plates',
    lead: 'One plate for a building. Residents report without installing or signing in; the code holds no address and can be revoked.',
    make: 'Make plates for buildings without one',
    made: '{count} {count|plate|plates} made',
    print: 'Print {what}',
    printAll: 'all plates in use',
    printPicked: 'the {count} selected',
    place: 'Building',
    code: 'Code',
    state: 'State',
    inUse: 'In use',
    revoked: 'Revoked {moment}',
    revoke: 'Revoke',
    revokeTitle: 'Revoke the plate of “{name}”?',
    revokeText:
      'A plate that hangs somewhere will say that it is not valid and lead to choosing the place by hand or phoning. It cannot be taken back; a new one can be made.',
    revokedDone: 'Revoked',
    actions: 'Actions',
    count: '{count} in use',
    showRevoked: 'Show revoked ones too',
    emptyTitle: 'No plates here yet',
    emptyText: 'Press “Make plates”: each building gets one.',
    noHome: 'Please choose a territory',
  },
});

type Plate = Awaited<ReturnType<typeof cases.listPlates>>[number];

export const PlatesPage = () => {
  const t = useText(words);
  const pick = usePick();
  const formats = useFormats();
  const now = useNow();
  const { modal } = App.useApp();
  const me = useMe();
  const allowed = useMay()('plate.manage');
  const client = useQueryClient();
  const navigate = useNavigate();
  const search = useSearch({ from: '/inside/plates' });
  const at = search.at ?? homeOf(me);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [all, setAll] = useState(false);
  const [printing, setPrinting] = useState(false);
  const plates = useQuery({
    queryKey: ['case', 'plates', at],
    queryFn: () => cases.listPlates({ query: { at: at ?? '' } }),
    enabled: allowed && at !== undefined,
  });
  const renew = () => client.invalidateQueries({ queryKey: ['case', 'plates'] });
  const refused = (error: unknown): void => toast(pick(asProblem(error).sentence), 'overdue');
  const make = useMutation({
    mutationFn: () => cases.makePlates({ body: { id: newId(), at: at ?? '' } }, { timeout: 60_000 }),
    onSuccess: ({ made }) => {
      toast(t('made', { count: made }));
      return renew();
    },
    onError: refused,
  });
  const revoke = useMutation({
    mutationFn: (code: string) => cases.revokePlate({ params: { code } }),
    onSuccess: () => {
      toast(t('revokedDone'));
      return renew();
    },
    onError: refused,
  });
  const ask = (plate: Plate): void =>
    void modal.confirm({
      title: t('revokeTitle', { name: plate.place.name }),
      content: t('revokeText'),
      okText: t('revoke'),
      okButtonProps: { danger: true },
      icon: null,
      onOk: () => revoke.mutateAsync(plate.code).catch(() => undefined),
    });
  const live = (plates.data ?? []).filter((plate) => !plate.revokedAt);
  const chosen = live.filter((plate) => picked.has(plate.code));
  const toPrint = chosen.length > 0 ? chosen : live;
  const state = (plate: Plate) =>
    plate.revokedAt ? (
      <StatusTag tone="quiet" icon="close">
        {t('revoked', { moment: formats.moment(plate.revokedAt, now) })}
      </StatusTag>
    ) : (
      <StatusTag tone="done">{t('inUse')}</StatusTag>
    );
  const button = (plate: Plate) =>
    plate.revokedAt ? null : (
      <Button size="small" onClick={() => ask(plate)}>
        {t('revoke')}
      </Button>
    );
  const columns: readonly Column<Plate>[] = [
    { id: 'place', title: t('place'), head: true, cell: (plate) => plate.place.name },
    { id: 'code', title: t('code'), nowrap: true, cell: (plate) => <code>{plate.code}</code> },
    { id: 'state', title: t('state'), nowrap: true, cell: state },
    { id: 'do', title: t('actions'), align: 'end', cell: button },
  ];
  if (printing) return <PlateSheet plates={toPrint} onBack={() => setPrinting(false)} />;
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      needs="plate.manage"
      aside={plates.data ? <span className="quiet">{t('count', { count: formats.number(live.length) })}</span> : null}
      actions={
        <>
          <Button icon={<icons.Print />} disabled={live.length === 0} onClick={() => setPrinting(true)}>
            {t('print', { what: chosen.length > 0 ? t('printPicked', { count: chosen.length }) : t('printAll') })}
          </Button>
          <Button type="primary" loading={make.isPending} disabled={at === undefined} onClick={() => make.mutate()}>
            {t('make')}
          </Button>
        </>
      }
    >
      <div className="row plates-bar">
        <TerritorySelect
          className="plates-at"
          value={at}
          clearable={false}
          onChange={(code) => {
            setPicked(new Set());
            void navigate({ to: '/plates', search: withoutEmpty({ at: code }) });
          }}
        />
        <Checkbox checked={all} onChange={(event) => setAll(event.target.checked)}>
          {t('showRevoked')}
        </Checkbox>
      </div>
      {at === undefined ? <Empty icon="mapPin" title={t('noHome')} /> : null}
      {at === undefined ? null : (
        <Loaded query={plates}>
          {(list) => {
            const shown = all ? list : live;
            return shown.length === 0 ? (
              <Empty icon="building" title={t('emptyTitle')}>
                {t('emptyText')}
              </Empty>
            ) : (
              <DataTable
                caption={t('title')}
                rows={shown}
                columns={columns}
                keyOf={(plate) => plate.code}
                nameOf={(plate) => plate.place.name}
                picked={picked}
                onPick={setPicked}
                card={(plate) => (
                  <>
                    <strong>{plate.place.name}</strong>
                    <div className="row">
                      {state(plate)}
                      {button(plate)}
                    </div>
                    <code className="small">{plate.code}</code>
                  </>
                )}
              />
            );
          }}
        </Loaded>
      )}
    </Page>
  );
};
