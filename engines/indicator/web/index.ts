import './indicator.css';

export * from './FactList.tsx';
export * from './FigureMap.tsx';
export * from './FigureTile.tsx';
export * from './period.ts';
export * from './Ranking.tsx';
export * from './rank.ts';
export * from './Spark.tsx';
export * from './TrendChart.tsx';
