import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

/** Named one by one, so that the rest of echarts stays out of the bundle. Fetched with the first chart. */
use([LineChart, BarChart, GridComponent, TooltipComponent, CanvasRenderer]);

export { init };
