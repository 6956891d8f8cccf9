import { type PackQuestion, packWork } from './packing.ts';

addEventListener('message', ({ data }: MessageEvent<PackQuestion>) => {
  void packWork(data).then((answer) => postMessage(answer));
});
