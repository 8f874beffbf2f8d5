import { Button, Segmented } from 'antd';
import { useState } from 'react';
import type { PublicBoard } from '#engines/organisation/contract';
import { useFormats, useNow, usePick, useText } from '#platform/web/i18n';
import { Icon, Logo } from '#platform/web/kit';
import { useMe } from '../../app/session.ts';
import * as icons from '../../parts/icons.tsx';
import { plateAddress, QrCode } from '../../parts/qr-code.tsx';
import { GridOutline } from './grid-outline.tsx';
import { gridWords } from './grid-words.ts';

interface BoardSheetProps {
  readonly board: PublicBoard;
  readonly plate: string;
  readonly code: string;
  readonly within: string;
  readonly onBack: () => void;
}

/** 网格信息公示栏 (S117): one page of A3 or A4, black on white, with what was declared and nothing else. */
export const BoardSheet = ({ board, plate, code, within, onBack }: BoardSheetProps) => {
  const t = useText(gridWords);
  const pick = usePick();
  const formats = useFormats();
  const now = useNow();
  const me = useMe();
  const [paper, setPaper] = useState<'A4' | 'A3'>('A4');
  const parts = { linked: t('linked'), volunteer: t('volunteer') } as const;
  return (
    <div className="stack">
      <div className="row no-print">
        <Button icon={<Icon name="chevronLeft" />} onClick={onBack}>
          {t('back')}
        </Button>
        <Segmented<'A4' | 'A3'> aria-label={t('paper')} value={paper} onChange={setPaper} options={['A4', 'A3']} />
        <Button type="primary" icon={<icons.Print />} onClick={() => window.print()}>
          {t('print')}
        </Button>
      </div>
      <article className="board" data-paper={paper}>
        <header className="board-head">
          <Logo size={32} mono />
          <div>
            <h2>{t('boardTitle')}</h2>
            <p>
              {board.around} · <strong>{board.grid}</strong>
            </p>
          </div>
        </header>
        <div className="board-top">
          <ul className="board-people">
            {board.people.map((person) => (
              <li key={`${person.title} ${person.name}`}>
                {person.photo ? (
                  <img
                    src={`/api/public/plates/${plate}/board/${person.photo}`}
                    alt={t('photoOf', { name: person.name })}
                  />
                ) : (
                  <span className="board-nophoto" aria-hidden="true">
                    <Icon name="user" size={40} />
                  </span>
                )}
                <p>
                  <strong>{person.name}</strong>
                </p>
                <p>{t(person.kind)}</p>
                {person.phone ? <p className="board-phone">{person.phone}</p> : null}
              </li>
            ))}
          </ul>
          <GridOutline code={code} within={within} label={t('map')} />
        </div>
        <section>
          <h3>{t('duties')}</h3>
          <ol className="board-duties">
            {board.duties.map((duty) => (
              <li key={duty}>{duty}</li>
            ))}
          </ol>
        </section>
        <div className="board-forces">
          {(['linked', 'volunteer'] as const).map((part) => (
            <section key={part}>
              <h3>{parts[part]}</h3>
              <ul>
                {board.linked
                  .filter((one) => one.part === part)
                  .map((one) => (
                    <li key={one.name}>
                      <strong>{one.name}</strong> {one.duty} {one.phone ?? ''}
                    </li>
                  ))}
              </ul>
            </section>
          ))}
        </div>
        <footer className="board-foot">
          <QrCode text={plateAddress(plate)} label={t('qr', { name: board.grid })} />
          <div>
            <p className="board-scan">{t('scan')}</p>
            <p>{t('scanHow')}</p>
            {board.phone.map((one) => (
              <p key={one.phone}>
                {pick(one.name)} {one.phone}
              </p>
            ))}
            <p>{t('asOf', { date: formats.day(board.asOf, now) })}</p>
            {me.demo ? <p>{t('demo')}</p> : null}
          </div>
        </footer>
      </article>
    </div>
  );
};
