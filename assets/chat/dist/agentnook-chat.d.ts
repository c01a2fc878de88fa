export * from '../../element/index.ts';
