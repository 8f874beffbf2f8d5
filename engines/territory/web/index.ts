import './territory.css';

export * from './BoundaryChecks.tsx';
export * from './BoundaryEditor.tsx';
export * from './TerritoryMap.tsx';
export * from './TerritoryPicker.tsx';
export * from './TerritorySearch.tsx';
export * from './TerritoryTree.tsx';
