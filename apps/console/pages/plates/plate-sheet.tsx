import { Button } from 'antd';
import type { PlaceView } from '#platform/contract';
import { defineMessages, useText } from '#platform/web/i18n';
import { Icon, Logo } from '#platform/web/kit';
import { useMe } from '../../app/session.ts';
import * as icons from '../../parts/icons.tsx';
import { plateAddress, QrCode } from '../../parts/qr-code.tsx';

const words = defineMessages({
  zh: {
    sheet: '打印预览',
    print: '打印',
    back: '返回列表',
    note: 'A4 纸，每页 6 块。请用不覆膜的纸打印，贴在单元门口 1.2 米至 1.5 米高处。',
    headline: '有事扫一扫',
    how: '拍照上报，不装软件，不用登录',
    demo: '演示区，非真实二维码牌',
    qr: '{name}的二维码',
  },
  en: {
    sheet: 'Print preview',
    print: 'Print',
    back: 'Back to the list',
    note: 'A4, six plates a page. Use plain paper and hang it at the door, 1.2 m to 1.5 m high.',
    headline: 'Something wrong? Scan',
    how: 'Send a photo: nothing to install, no sign-in',
    demo: 'Demo district: not a real plate',
    qr: 'QR code of {name}',
  },
});

interface PlateSheetProps {
  readonly plates: readonly { readonly code: string; readonly place: PlaceView }[];
  readonly onBack: () => void;
}

/** `青石街道 · 槐荫社区 · 第 1 网格 · 槐荫花园 1 号楼`: the building large, what it lies in small. */
const names = (name: string): readonly string[] => name.split(' · ');
const nearest = (name: string): string => names(name).slice(-1).join('');
const around = (name: string): string => names(name).slice(0, -1).join(' · ');

/** Plates for printing, six to an A4 page, always black on white. */
export const PlateSheet = ({ plates, onBack }: PlateSheetProps) => {
  const t = useText(words);
  const me = useMe();
  return (
    <div className="page">
      <h1 className="no-print plates-bar plates-title">{t('sheet')}</h1>
      <div className="row no-print plates-bar">
        <Button icon={<Icon name="chevronLeft" />} onClick={onBack}>
          {t('back')}
        </Button>
        <Button type="primary" icon={<icons.Print />} onClick={() => window.print()}>
          {t('print')}
        </Button>
        <span className="quiet">{t('note')}</span>
      </div>
      <ul className="plate-sheet">
        {plates.map((plate) => (
          <li key={plate.code} className="plate">
            <p className="plate-head">
              <Logo size={22} mono />
              <span>{t('headline')}</span>
            </p>
            <QrCode text={plateAddress(plate.code)} label={t('qr', { name: plate.place.name })} />
            <p className="plate-place">{nearest(plate.place.name)}</p>
            <p className="plate-how">{around(plate.place.name)}</p>
            <p className="plate-how">{t('how')}</p>
            {me.demo ? <p className="plate-how">{t('demo')}</p> : null}
          </li>
        ))}
      </ul>
    </div>
  );
};
