import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import type { TerritoryDetail } from '#engines/territory/contract';
import { asProblem } from '#platform/web/api';
import { defineMessages, useFormats, useText } from '#platform/web/i18n';
import { Facts, StatusTag, toast } from '#platform/web/kit';
import { territory } from '../../app/clients.ts';
import { useMay, useMe } from '../../app/session.ts';
import { Panel } from '../../parts/page.tsx';
import { SimpleForm } from '../../parts/simple-form.tsx';
import { useLevels } from '../../parts/use-levels.ts';

const words = defineMessages({
  zh: {
    code: '编码',
    level: '层级',
    kind: '性质',
    tags: '标签',
    children: '下级',
    childCount: '{count} 个',
    area: '面积',
    hectares: '{count} 公顷',
    neighbours: '相邻',
    boundaryText: '四至',
    boundary: '边界',
    hasBoundary: '已画定',
    noBoundary: '还没有画',
    trail: '上级',
    successors: '由这些区域承接',
    valid: '有效期',
    validFrom: '{from} 起',
    ended: '{to} 撤销',
    validTo: '{from} 起，{to} 止',
    edit: '编辑',
    draw: '画边界',
    name: '名称',
    tagsHint: '多个标签用顿号隔开',
    saved: '已保存',
    save: '保存',
  },
  en: {
    code: 'Code',
    level: 'Level',
    kind: 'Kind',
    tags: 'Tags',
    children: 'Below',
    childCount: '{count}',
    area: 'Area',
    hectares: '{count} ha',
    neighbours: 'Neighbours',
    boundaryText: 'Bounds in words',
    boundary: 'Boundary',
    hasBoundary: 'Drawn',
    noBoundary: 'Not drawn yet',
    trail: 'Above',
    successors: 'Carried on by',
    valid: 'Valid',
    validFrom: 'from {from}',
    ended: 'ended {to}',
    validTo: 'from {from} to {to}',
    edit: 'Edit',
    draw: 'Draw the boundary',
    name: 'Name',
    tagsHint: 'Commas between',
    saved: 'Saved',
    save: 'Save',
  },
});

interface NodeDetailsProps {
  readonly detail: TerritoryDetail;
  readonly onOpen: (code: string) => void;
  readonly onDraw: () => void;
  readonly drawing: boolean;
}

const listOf = (text: string): string[] =>
  text
    .split(/[、,，;；]/)
    .map((one) => one.trim())
    .filter(Boolean);

export const NodeDetails = ({ detail, onOpen, onDraw, drawing }: NodeDetailsProps) => {
  const t = useText(words);
  const formats = useFormats();
  const me = useMe();
  const mayEdit = useMay()('territory.edit');
  const { levelName, kindName } = useLevels();
  const client = useQueryClient();
  const [editing, setEditing] = useState(false);
  const { node } = detail;
  const edit = useMutation({
    mutationFn: (values: { name: string; tags: string; boundaryText: string }) =>
      territory.editTerritory({
        params: { code: node.code },
        body: {
          name: values.name,
          tags: listOf(values.tags),
          boundaryText: values.boundaryText,
          expectedVersion: detail.version,
        },
      }),
    onSuccess: async () => {
      toast(t('saved'));
      setEditing(false);
      await client.invalidateQueries({ queryKey: ['territory'] });
    },
  });
  // Above my range and beyond its edge there are names to read, but nothing to open.
  const mine = (code: string): boolean => me.posts.some((post) => code.startsWith(post.scope.code));
  const link = (one: { code: string; name: string }) =>
    !mine(one.code) ? (
      <span key={one.code}>{one.name}</span>
    ) : (
      <button key={one.code} type="button" className="link" onClick={() => onOpen(one.code)}>
        {one.name}
      </button>
    );
  return (
    <Panel
      title={node.name}
      aside={
        mayEdit && !node.validTo ? (
          <div className="row">
            <Button onClick={() => setEditing(true)}>{t('edit')}</Button>
            <Button disabled={drawing} onClick={onDraw}>
              {t('draw')}
            </Button>
          </div>
        ) : null
      }
    >
      <Facts
        facts={[
          { name: t('code'), value: <code>{node.code}</code> },
          { name: t('level'), value: levelName(node.level) },
          ...(node.kind ? [{ name: t('kind'), value: kindName(node.kind) }] : []),
          { name: t('trail'), value: <span className="row">{detail.trail.slice(0, -1).map(link)}</span> },
          { name: t('children'), value: t('childCount', { count: formats.number(node.childCount) }) },
          {
            name: t('boundary'),
            value: node.hasBoundary ? (
              <StatusTag tone="done">{t('hasBoundary')}</StatusTag>
            ) : (
              <StatusTag tone="soon">{t('noBoundary')}</StatusTag>
            ),
          },
          ...(detail.successors.length > 0
            ? [
                {
                  name: t('successors'),
                  value: <span className="row">{detail.successors.map((code) => link({ code, name: code }))}</span>,
                },
              ]
            : []),
          ...(detail.areaSquareMetres === null
            ? []
            : [
                {
                  name: t('area'),
                  value: t('hectares', { count: formats.number(detail.areaSquareMetres / 10_000, 1) }),
                },
              ]),
          ...(detail.boundaryText ? [{ name: t('boundaryText'), value: detail.boundaryText }] : []),
          ...(detail.neighbours.length > 0 && !node.validTo
            ? [{ name: t('neighbours'), value: <span className="row">{detail.neighbours.map(link)}</span> }]
            : []),
          ...(node.tags.length > 0 ? [{ name: t('tags'), value: node.tags.join('、') }] : []),
          ...(node.validTo && !node.validFrom
            ? [{ name: t('valid'), value: t('ended', { to: formats.day(node.validTo) }) }]
            : []),
          ...(node.validFrom
            ? [
                {
                  name: t('valid'),
                  value: node.validTo
                    ? t('validTo', { from: formats.day(node.validFrom), to: formats.day(node.validTo) })
                    : t('validFrom', { from: formats.day(node.validFrom) }),
                },
              ]
            : []),
        ]}
      />
      <Drawer
        open={editing}
        onClose={() => setEditing(false)}
        title={`${t('edit')} · ${node.name}`}
        size={420}
        destroyOnHidden
      >
        <SimpleForm
          items={[
            { id: 'name', label: t('name'), required: true, maxLength: 60 },
            { id: 'tags', label: t('tags'), hint: t('tagsHint') },
            { id: 'boundaryText', label: t('boundaryText'), maxLength: 500 },
          ]}
          start={{ name: node.name, tags: node.tags.join('、'), boundaryText: detail.boundaryText ?? '' }}
          submit={t('save')}
          busy={edit.isPending}
          problem={edit.isError ? asProblem(edit.error) : undefined}
          onSubmit={(values) => edit.mutate(values)}
        />
      </Drawer>
    </Panel>
  );
};
