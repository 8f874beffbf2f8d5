/** The parts of echarts that the charts here use, fetched when the first chart is shown. */
export const loadEcharts = async () => {
  const [core, charts, components, renderers] = await Promise.all([
    import('echarts/core'),
    import('echarts/charts'),
    import('echarts/components'),
    import('echarts/renderers'),
  ]);
  core.use([
    charts.LineChart,
    charts.BarChart,
    components.GridComponent,
    components.TooltipComponent,
    renderers.CanvasRenderer,
  ]);
  return core;
};
export type Echarts = Awaited<ReturnType<typeof loadEcharts>>;
