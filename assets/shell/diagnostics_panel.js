export function panel(){return {content:[]}}
