import { drawAttention } from './attention.ts';
import { drawBiasAndVariance } from './bias-and-variance.ts';
import { drawDbscan } from './dbscan.ts';
import { drawDoubleDescent } from './double-descent.ts';
import { drawGradientBoosting } from './gradient-boosting.ts';
import { drawGradientDescent } from './gradient-descent.ts';
import { drawHingeLoss } from './hinge-loss.ts';
import { drawKMeans } from './k-means.ts';
import { drawL1AndL2 } from './l1-and-l2.ts';
import { drawLinearRegression } from './linear-regression.ts';
import { drawLogisticRegression } from './logistic-regression.ts';
import { drawMetricsUnderImbalance } from './metrics-under-imbalance.ts';
import { drawMomentum } from './momentum.ts';
import { drawPagerank } from './pagerank.ts';
import { drawPca } from './pca.ts';
import { drawRocCurve } from './roc-curve.ts';
import { drawSupportVectorMachines } from './support-vector-machines.ts';
import { drawTrainingATree } from './training-a-tree.ts';
import { drawVanishingGradients } from './vanishing-gradients.ts';
import { drawWhenToTransfer } from './when-to-transfer.ts';

/** Every figure of the guide: the file it is written to, in the folder of the guide, and what draws it. */
export const figures: Readonly<Record<string, () => string>> = {
  '06-classic-ml/03-linear-models/01-linear-regression.svg': drawLinearRegression,
  '06-classic-ml/03-linear-models/02-logistic-regression.svg': drawLogisticRegression,
  '06-classic-ml/03-linear-models/03-support-vector-machines.svg': drawSupportVectorMachines,
  '06-classic-ml/04-trees/02-training-a-tree.svg': drawTrainingATree,
  '06-classic-ml/05-ensembles/04-gradient-boosting.svg': drawGradientBoosting,
  '06-classic-ml/06-optimisation/01-gradient-descent.svg': drawGradientDescent,
  '06-classic-ml/06-optimisation/03-momentum.svg': drawMomentum,
  '06-classic-ml/07-loss-functions/03-hinge-loss.svg': drawHingeLoss,
  '06-classic-ml/09-evaluation/04-metrics-under-imbalance.svg': drawMetricsUnderImbalance,
  '06-classic-ml/09-evaluation/06-roc-curve.svg': drawRocCurve,
  '06-classic-ml/10-unsupervised/01-k-means.svg': drawKMeans,
  '06-classic-ml/10-unsupervised/03-dbscan.svg': drawDbscan,
  '06-classic-ml/10-unsupervised/09-pca.svg': drawPca,
  '06-classic-ml/11-generalisation/01-bias-and-variance.svg': drawBiasAndVariance,
  '06-classic-ml/11-generalisation/01-bias-and-variance-double-descent.svg': drawDoubleDescent,
  '06-classic-ml/11-generalisation/02-l1-and-l2.svg': drawL1AndL2,
  '07-deep-learning/02-recurrent/02-vanishing-gradients.svg': drawVanishingGradients,
  '07-deep-learning/04-attention/02-attention.svg': drawAttention,
  '07-deep-learning/05-representation/05-when-to-transfer.svg': drawWhenToTransfer,
  '13-recsys-search/03-search/02-pagerank.svg': drawPagerank,
};
