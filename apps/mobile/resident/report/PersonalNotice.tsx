export { CollectionNotice as default } from '#engines/case/web';
