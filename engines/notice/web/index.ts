export { NoticeList } from './NoticeList.tsx';
export { useNoticeCount } from './use-notices.ts';
