var Vm=Object.create;var Cl=Object.defineProperty;var Xm=Object.getOwnPropertyDescriptor;var Zm=Object.getOwnPropertyNames;var Ym=Object.getPrototypeOf,jm=Object.prototype.hasOwnProperty;var Jm=(t,e)=>()=>{try{return e||t((e={exports:{}}).exports,e),e.exports}catch(r){throw e=0,r}};var Qm=(t,e,r,o)=>{if(e&&typeof e=="object"||typeof e=="function")for(let n of Zm(e))!jm.call(t,n)&&n!==r&&Cl(t,n,{get:()=>e[n],enumerable:!(o=Xm(e,n))||o.enumerable});return t};var eh=(t,e,r)=>(r=t!=null?Vm(Ym(t)):{},Qm(e||!t||!t.__esModule?Cl(r,"default",{value:t,enumerable:!0}):r,t));var Lp=Jm((J2,$p)=>{function vp(t){return t instanceof Map?t.clear=t.delete=t.set=function(){throw new Error("map is read-only")}:t instanceof Set&&(t.add=t.clear=t.delete=function(){throw new Error("set is read-only")}),Object.freeze(t),Object.getOwnPropertyNames(t).forEach(e=>{let r=t[e],o=typeof r;(o==="object"||o==="function")&&!Object.isFrozen(r)&&vp(r)}),t}var Qn=class{constructor(e){e.data===void 0&&(e.data={}),this.data=e.data,this.isMatchIgnored=!1}ignoreMatch(){this.isMatchIgnored=!0}};function kp(t){return t.replace(/&/g,"&amp;").replace(/</g,"&lt;").replace(/>/g,"&gt;").replace(/"/g,"&quot;").replace(/'/g,"&#x27;")}function Qe(t,...e){let r=Object.create(null);for(let o in t)r[o]=t[o];return e.forEach(function(o){for(let n in o)r[n]=o[n]}),r}var oy="</span>",hp=t=>!!t.scope,ny=(t,{prefix:e})=>{if(t.startsWith("language:"))return t.replace("language:","language-");if(t.includes(".")){let r=t.split(".");return[`${e}${r.shift()}`,...r.map((o,n)=>`${o}${"_".repeat(n+1)}`)].join(" ")}return`${e}${t}`},Ji=class{constructor(e,r){this.buffer="",this.classPrefix=r.classPrefix,e.walk(this)}addText(e){this.buffer+=kp(e)}openNode(e){if(!hp(e))return;let r=ny(e.scope,{prefix:this.classPrefix});this.span(r)}closeNode(e){hp(e)&&(this.buffer+=oy)}value(){return this.buffer}span(e){this.buffer+=`<span class="${e}">`}},gp=(t={})=>{let e={children:[]};return Object.assign(e,t),e},Qi=class t{constructor(){this.rootNode=gp(),this.stack=[this.rootNode]}get top(){return this.stack[this.stack.length-1]}get root(){return this.rootNode}add(e){this.top.children.push(e)}openNode(e){let r=gp({scope:e});this.add(r),this.stack.push(r)}closeNode(){if(this.stack.length>1)return this.stack.pop()}closeAllNodes(){for(;this.closeNode(););}toJSON(){return JSON.stringify(this.rootNode,null,4)}walk(e){return this.constructor._walk(e,this.rootNode)}static _walk(e,r){return typeof r=="string"?e.addText(r):r.children&&(e.openNode(r),r.children.forEach(o=>this._walk(e,o)),e.closeNode(r)),e}static _collapse(e){typeof e!="string"&&e.children&&(e.children.every(r=>typeof r=="string")?e.children=[e.children.join("")]:e.children.forEach(r=>{t._collapse(r)}))}},el=class extends Qi{constructor(e){super(),this.options=e}addText(e){e!==""&&this.add(e)}startScope(e){this.openNode(e)}endScope(){this.closeNode()}__addSublanguage(e,r){let o=e.root;r&&(o.scope=`language:${r}`),this.add(o)}toHTML(){return new Ji(this,this.options).value()}finalize(){return this.closeAllNodes(),!0}};function Ur(t){return t?typeof t=="string"?t:t.source:null}function Ep(t){return Ct("(?=",t,")")}function ay(t){return Ct("(?:",t,")*")}function sy(t){return Ct("(?:",t,")?")}function Ct(...t){return t.map(r=>Ur(r)).join("")}function iy(t){let e=t[t.length-1];return typeof e=="object"&&e.constructor===Object?(t.splice(t.length-1,1),e):{}}function rl(...t){return"("+(iy(t).capture?"":"?:")+t.map(o=>Ur(o)).join("|")+")"}function Sp(t){return new RegExp(t.toString()+"|").exec("").length-1}function ly(t,e){let r=t&&t.exec(e);return r&&r.index===0}var dy=/\[(?:[^\\\]]|\\.)*\]|\(\??|\\([1-9][0-9]*)|\\./;function ol(t,{joinWith:e}){let r=0;return t.map(o=>{r+=1;let n=r,a=Ur(o),s="";for(;a.length>0;){let i=dy.exec(a);if(!i){s+=a;break}s+=a.substring(0,i.index),a=a.substring(i.index+i[0].length),i[0][0]==="\\"&&i[1]?s+="\\"+String(Number(i[1])+n):(s+=i[0],i[0]==="("&&r++)}return s}).map(o=>`(${o})`).join(e)}var cy=/\b\B/,_p="[a-zA-Z]\\w*",nl="[a-zA-Z_]\\w*",Cp="\\b\\d+(\\.\\d+)?",Tp="(-?)(\\b0[xX][a-fA-F0-9]+|(\\b\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d+)?)",Ap="\\b(0b[01]+)",uy="!|!=|!==|%|%=|&|&&|&=|\\*|\\*=|\\+|\\+=|,|-|-=|/=|/|:|;|<<|<<=|<=|<|===|==|=|>>>=|>>=|>=|>>>|>>|>|\\?|\\[|\\{|\\(|\\^|\\^=|\\||\\|=|\\|\\||~",py=(t={})=>{let e=/^#![ ]*\//;return t.binary&&(t.begin=Ct(e,/.*\b/,t.binary,/\b.*/)),Qe({scope:"meta",begin:e,end:/$/,relevance:0,"on:begin":(r,o)=>{r.index!==0&&o.ignoreMatch()}},t)},Hr={begin:"\\\\[\\s\\S]",relevance:0},fy={scope:"string",begin:"'",end:"'",illegal:"\\n",contains:[Hr]},my={scope:"string",begin:'"',end:'"',illegal:"\\n",contains:[Hr]},hy={begin:/\b(a|an|the|are|I'm|isn't|don't|doesn't|won't|but|just|should|pretty|simply|enough|gonna|going|wtf|so|such|will|you|your|they|like|more)\b/},ta=function(t,e,r={}){let o=Qe({scope:"comment",begin:t,end:e,contains:[]},r);o.contains.push({scope:"doctag",begin:"[ ]*(?=(TODO|FIXME|NOTE|BUG|OPTIMIZE|HACK|XXX):)",end:/(TODO|FIXME|NOTE|BUG|OPTIMIZE|HACK|XXX):/,excludeBegin:!0,relevance:0});let n=rl("I","a","is","so","us","to","at","if","in","it","on",/[A-Za-z]+['](d|ve|re|ll|t|s|n)/,/[A-Za-z]+[-][a-z]+/,/[A-Za-z][a-z]{2,}/);return o.contains.push({begin:Ct(/[ ]+/,"(",n,/[.]?[:]?([.][ ]|[ ])/,"){3}")}),o},gy=ta("//","$"),xy=ta("/\\*","\\*/"),by=ta("#","$"),yy={scope:"number",begin:Cp,relevance:0},wy={scope:"number",begin:Tp,relevance:0},vy={scope:"number",begin:Ap,relevance:0},ky={scope:"regexp",begin:/\/(?=[^/\n]*\/)/,end:/\/[gimuy]*/,contains:[Hr,{begin:/\[/,end:/\]/,relevance:0,contains:[Hr]}]},Ey={scope:"title",begin:_p,relevance:0},Sy={scope:"title",begin:nl,relevance:0},_y={begin:"\\.\\s*"+nl,relevance:0},Cy=function(t){return Object.assign(t,{"on:begin":(e,r)=>{r.data._beginMatch=e[1]},"on:end":(e,r)=>{r.data._beginMatch!==e[1]&&r.ignoreMatch()}})},Jn=Object.freeze({__proto__:null,APOS_STRING_MODE:fy,BACKSLASH_ESCAPE:Hr,BINARY_NUMBER_MODE:vy,BINARY_NUMBER_RE:Ap,COMMENT:ta,C_BLOCK_COMMENT_MODE:xy,C_LINE_COMMENT_MODE:gy,C_NUMBER_MODE:wy,C_NUMBER_RE:Tp,END_SAME_AS_BEGIN:Cy,HASH_COMMENT_MODE:by,IDENT_RE:_p,MATCH_NOTHING_RE:cy,METHOD_GUARD:_y,NUMBER_MODE:yy,NUMBER_RE:Cp,PHRASAL_WORDS_MODE:hy,QUOTE_STRING_MODE:my,REGEXP_MODE:ky,RE_STARTERS_RE:uy,SHEBANG:py,TITLE_MODE:Ey,UNDERSCORE_IDENT_RE:nl,UNDERSCORE_TITLE_MODE:Sy});function Ty(t,e){t.input[t.index-1]==="."&&e.ignoreMatch()}function Ay(t,e){t.className!==void 0&&(t.scope=t.className,delete t.className)}function Ry(t,e){e&&t.beginKeywords&&(t.begin="\\b("+t.beginKeywords.split(" ").join("|")+")(?!\\.)(?=\\b|\\s)",t.__beforeBegin=Ty,t.keywords=t.keywords||t.beginKeywords,delete t.beginKeywords,t.relevance===void 0&&(t.relevance=0))}function My(t,e){Array.isArray(t.illegal)&&(t.illegal=rl(...t.illegal))}function Oy(t,e){if(t.match){if(t.begin||t.end)throw new Error("begin & end are not supported with match");t.begin=t.match,delete t.match}}function Ny(t,e){t.relevance===void 0&&(t.relevance=1)}var $y=(t,e)=>{if(!t.beforeMatch)return;if(t.starts)throw new Error("beforeMatch cannot be used with starts");let r=Object.assign({},t);Object.keys(t).forEach(o=>{delete t[o]}),t.keywords=r.keywords,t.begin=Ct(r.beforeMatch,Ep(r.begin)),t.starts={relevance:0,contains:[Object.assign(r,{endsParent:!0})]},t.relevance=0,delete r.beforeMatch},Ly=["of","and","for","in","not","or","if","then","parent","list","value"],Iy="keyword";function Rp(t,e,r=Iy){let o=Object.create(null);return typeof t=="string"?n(r,t.split(" ")):Array.isArray(t)?n(r,t):Object.keys(t).forEach(function(a){Object.assign(o,Rp(t[a],e,a))}),o;function n(a,s){e&&(s=s.map(i=>i.toLowerCase())),s.forEach(function(i){let l=i.split("|");o[l[0]]=[a,Py(l[0],l[1])]})}}function Py(t,e){return e?Number(e):Dy(t)?0:1}function Dy(t){return Ly.includes(t.toLowerCase())}var xp={},_t=t=>{console.error(t)},bp=(t,...e)=>{console.log(`WARN: ${t}`,...e)},Xt=(t,e)=>{xp[`${t}/${e}`]||(console.log(`Deprecated as of ${t}. ${e}`),xp[`${t}/${e}`]=!0)},ea=new Error;function Mp(t,e,{key:r}){let o=0,n=t[r],a={},s={};for(let i=1;i<=e.length;i++)s[i+o]=n[i],a[i+o]=!0,o+=Sp(e[i-1]);t[r]=s,t[r]._emit=a,t[r]._multi=!0}function By(t){if(Array.isArray(t.begin)){if(t.skip||t.excludeBegin||t.returnBegin)throw _t("skip, excludeBegin, returnBegin not compatible with beginScope: {}"),ea;if(typeof t.beginScope!="object"||t.beginScope===null)throw _t("beginScope must be object"),ea;Mp(t,t.begin,{key:"beginScope"}),t.begin=ol(t.begin,{joinWith:""})}}function Fy(t){if(Array.isArray(t.end)){if(t.skip||t.excludeEnd||t.returnEnd)throw _t("skip, excludeEnd, returnEnd not compatible with endScope: {}"),ea;if(typeof t.endScope!="object"||t.endScope===null)throw _t("endScope must be object"),ea;Mp(t,t.end,{key:"endScope"}),t.end=ol(t.end,{joinWith:""})}}function Uy(t){t.scope&&typeof t.scope=="object"&&t.scope!==null&&(t.beginScope=t.scope,delete t.scope)}function Hy(t){Uy(t),typeof t.beginScope=="string"&&(t.beginScope={_wrap:t.beginScope}),typeof t.endScope=="string"&&(t.endScope={_wrap:t.endScope}),By(t),Fy(t)}function zy(t){function e(s,i){return new RegExp(Ur(s),"m"+(t.case_insensitive?"i":"")+(t.unicodeRegex?"u":"")+(i?"g":""))}class r{constructor(){this.matchIndexes={},this.regexes=[],this.matchAt=1,this.position=0}addRule(i,l){l.position=this.position++,this.matchIndexes[this.matchAt]=l,this.regexes.push([l,i]),this.matchAt+=Sp(i)+1}compile(){this.regexes.length===0&&(this.exec=()=>null);let i=this.regexes.map(l=>l[1]);this.matcherRe=e(ol(i,{joinWith:"|"}),!0),this.lastIndex=0}exec(i){this.matcherRe.lastIndex=this.lastIndex;let l=this.matcherRe.exec(i);if(!l)return null;let d=l.findIndex((p,m)=>m>0&&p!==void 0),c=this.matchIndexes[d];return l.splice(0,d),Object.assign(l,c)}}class o{constructor(){this.rules=[],this.multiRegexes=[],this.count=0,this.lastIndex=0,this.regexIndex=0}getMatcher(i){if(this.multiRegexes[i])return this.multiRegexes[i];let l=new r;return this.rules.slice(i).forEach(([d,c])=>l.addRule(d,c)),l.compile(),this.multiRegexes[i]=l,l}resumingScanAtSamePosition(){return this.regexIndex!==0}considerAll(){this.regexIndex=0}addRule(i,l){this.rules.push([i,l]),l.type==="begin"&&this.count++}exec(i){let l=this.getMatcher(this.regexIndex);l.lastIndex=this.lastIndex;let d=l.exec(i);if(this.resumingScanAtSamePosition()&&!(d&&d.index===this.lastIndex)){let c=this.getMatcher(0);c.lastIndex=this.lastIndex+1,d=c.exec(i)}return d&&(this.regexIndex+=d.position+1,this.regexIndex===this.count&&this.considerAll()),d}}function n(s){let i=new o;return s.contains.forEach(l=>i.addRule(l.begin,{rule:l,type:"begin"})),s.terminatorEnd&&i.addRule(s.terminatorEnd,{type:"end"}),s.illegal&&i.addRule(s.illegal,{type:"illegal"}),i}function a(s,i){let l=s;if(s.isCompiled)return l;[Ay,Oy,Hy,$y].forEach(c=>c(s,i)),t.compilerExtensions.forEach(c=>c(s,i)),s.__beforeBegin=null,[Ry,My,Ny].forEach(c=>c(s,i)),s.isCompiled=!0;let d=null;return typeof s.keywords=="object"&&s.keywords.$pattern&&(s.keywords=Object.assign({},s.keywords),d=s.keywords.$pattern,delete s.keywords.$pattern),d=d||/\w+/,s.keywords&&(s.keywords=Rp(s.keywords,t.case_insensitive)),l.keywordPatternRe=e(d,!0),i&&(s.begin||(s.begin=/\B|\b/),l.beginRe=e(l.begin),!s.end&&!s.endsWithParent&&(s.end=/\B|\b/),s.end&&(l.endRe=e(l.end)),l.terminatorEnd=Ur(l.end)||"",s.endsWithParent&&i.terminatorEnd&&(l.terminatorEnd+=(s.end?"|":"")+i.terminatorEnd)),s.illegal&&(l.illegalRe=e(s.illegal)),s.contains||(s.contains=[]),s.contains=[].concat(...s.contains.map(function(c){return Wy(c==="self"?s:c)})),s.contains.forEach(function(c){a(c,l)}),s.starts&&a(s.starts,i),l.matcher=n(l),l}if(t.compilerExtensions||(t.compilerExtensions=[]),t.contains&&t.contains.includes("self"))throw new Error("ERR: contains `self` is not supported at the top-level of a language.  See documentation.");return t.classNameAliases=Qe(t.classNameAliases||{}),a(t)}function Op(t){return t?t.endsWithParent||Op(t.starts):!1}function Wy(t){return t.variants&&!t.cachedVariants&&(t.cachedVariants=t.variants.map(function(e){return Qe(t,{variants:null},e)})),t.cachedVariants?t.cachedVariants:Op(t)?Qe(t,{starts:t.starts?Qe(t.starts):null}):Object.isFrozen(t)?Qe(t):t}var qy="11.11.2",tl=class extends Error{constructor(e,r){super(e),this.name="HTMLInjectionError",this.html=r}},ji=kp,yp=Qe,wp=Symbol("nomatch"),Gy=7,Np=function(t){let e=Object.create(null),r=Object.create(null),o=[],n=!0,a="Could not find the language '{}', did you forget to load/include a language module?",s={disableAutodetect:!0,name:"Plain text",contains:[]},i={ignoreUnescapedHTML:!1,throwUnescapedHTML:!1,noHighlightRe:/^(no-?highlight)$/i,languageDetectRe:/\blang(?:uage)?-([\w-]+)\b/i,classPrefix:"hljs-",cssSelector:"pre code",languages:null,__emitter:el};function l(g){return i.noHighlightRe.test(g)}function d(g){let k=g.className+" ";k+=g.parentNode?g.parentNode.className:"";let E=i.languageDetectRe.exec(k);if(E){let N=U(E[1]);return N||(bp(a.replace("{}",E[1])),bp("Falling back to no-highlight mode for this block.",g)),N?E[1]:"no-highlight"}return k.split(/\s+/).find(N=>l(N)||U(N))}function c(g,k,E){let N="",q="";typeof k=="object"?(N=g,E=k.ignoreIllegals,q=k.language):(Xt("10.7.0","highlight(lang, code, ...args) has been deprecated."),Xt("10.7.0",`Please use highlight(code, options) instead.
https://github.com/highlightjs/highlight.js/issues/2277`),q=g,N=k),E===void 0&&(E=!0);let oe={code:N,language:q};W("before:highlight",oe);let ae=oe.result?oe.result:p(oe.language,oe.code,E);return ae.code=oe.code,W("after:highlight",ae),ae}function p(g,k,E,N){let q=Object.create(null);function oe(w,S){return w.keywords[S]}function ae(){if(!T.keywords){fe.addText(ne);return}let w=0;T.keywordPatternRe.lastIndex=0;let S=T.keywordPatternRe.exec(ne),D="";for(;S;){D+=ne.substring(w,S.index);let Y=Ae.case_insensitive?S[0].toLowerCase():S[0],me=oe(T,Y);if(me){let[Fe,Gm]=me;if(fe.addText(D),D="",q[Y]=(q[Y]||0)+1,q[Y]<=Gy&&(jr+=Gm),Fe.startsWith("_"))D+=S[0];else{let Km=Ae.classNameAliases[Fe]||Fe;Ee(S[0],Km)}}else D+=S[0];w=T.keywordPatternRe.lastIndex,S=T.keywordPatternRe.exec(ne)}D+=ne.substring(w),fe.addText(D)}function Te(){if(ne==="")return;let w=null;if(typeof T.subLanguage=="string"){if(!e[T.subLanguage]){fe.addText(ne);return}w=p(T.subLanguage,ne,!0,Yr[T.subLanguage]),Yr[T.subLanguage]=w._top}else w=h(ne,T.subLanguage.length?T.subLanguage:null);T.relevance>0&&(jr+=w.relevance),fe.__addSublanguage(w._emitter,w.language)}function ge(){T.subLanguage!=null?Te():ae(),ne=""}function Ee(w,S){w!==""&&(fe.startScope(S),fe.addText(w),fe.endScope())}function At(w,S){let D=1,Y=S.length-1;for(;D<=Y;){if(!w._emit[D]){D++;continue}let me=Ae.classNameAliases[w[D]]||w[D],Fe=S[D];me?Ee(Fe,me):(ne=Fe,ae(),ne=""),D++}}function Xr(w,S){return w.scope&&typeof w.scope=="string"&&fe.openNode(Ae.classNameAliases[w.scope]||w.scope),w.beginScope&&(w.beginScope._wrap?(Ee(ne,Ae.classNameAliases[w.beginScope._wrap]||w.beginScope._wrap),ne=""):w.beginScope._multi&&(At(w.beginScope,S),ne="")),T=Object.create(w,{parent:{value:T}}),T}function er(w,S,D){let Y=ly(w.endRe,D);if(Y){if(w["on:end"]){let me=new Qn(w);w["on:end"](S,me),me.isMatchIgnored&&(Y=!1)}if(Y){for(;w.endsParent&&w.parent;)w=w.parent;return w}}if(w.endsWithParent)return er(w.parent,S,D)}function ka(w){return T.matcher.regexIndex===0?(ne+=w[0],1):(Ta=!0,0)}function Ea(w){let S=w[0],D=w.rule,Y=new Qn(D),me=[D.__beforeBegin,D["on:begin"]];for(let Fe of me)if(Fe&&(Fe(w,Y),Y.isMatchIgnored))return ka(S);return D.skip?ne+=S:(D.excludeBegin&&(ne+=S),ge(),!D.returnBegin&&!D.excludeBegin&&(ne=S)),Xr(D,w),D.returnBegin?0:S.length}function Sa(w){let S=w[0],D=k.substring(w.index),Y=er(T,w,D);if(!Y)return wp;let me=T;T.endScope&&T.endScope._wrap?(ge(),Ee(S,T.endScope._wrap)):T.endScope&&T.endScope._multi?(ge(),At(T.endScope,w)):me.skip?ne+=S:(me.returnEnd||me.excludeEnd||(ne+=S),ge(),me.excludeEnd&&(ne=S));do T.scope&&fe.closeNode(),!T.skip&&!T.subLanguage&&(jr+=T.relevance),T=T.parent;while(T!==Y.parent);return Y.starts&&Xr(Y.starts,w),me.returnEnd?0:S.length}function _a(){let w=[];for(let S=T;S!==Ae;S=S.parent)S.scope&&w.unshift(S.scope);w.forEach(S=>fe.openNode(S))}let Rt={};function Zr(w,S){let D=S&&S[0];if(ne+=w,D==null)return ge(),0;if(Rt.type==="begin"&&S.type==="end"&&Rt.index===S.index&&D===""){if(ne+=k.slice(S.index,S.index+1),!n){let Y=new Error(`0 width match regex (${g})`);throw Y.languageName=g,Y.badRule=Rt.rule,Y}return 1}if(Rt=S,S.type==="begin")return Ea(S);if(S.type==="illegal"&&!E){let Y=new Error('Illegal lexeme "'+D+'" for mode "'+(T.scope||"<unnamed>")+'"');throw Y.mode=T,Y}else if(S.type==="end"){let Y=Sa(S);if(Y!==wp)return Y}if(S.type==="illegal"&&D==="")return S.index===k.length||(ne+=`
`),1;if(Ca>1e5&&Ca>S.index*3)throw new Error("potential infinite loop, way more iterations than matches");return ne+=D,D.length}let Ae=U(g);if(!Ae)throw _t(a.replace("{}",g)),new Error('Unknown language: "'+g+'"');let Q=zy(Ae),Ke="",T=N||Q,Yr={},fe=new i.__emitter(i);_a();let ne="",jr=0,lt=0,Ca=0,Ta=!1;try{if(Ae.__emitTokens)Ae.__emitTokens(k,fe);else{for(T.matcher.considerAll();;){Ca++,Ta?Ta=!1:T.matcher.considerAll(),T.matcher.lastIndex=lt;let w=T.matcher.exec(k);if(!w)break;let S=k.substring(lt,w.index),D=Zr(S,w);lt=w.index+D}Zr(k.substring(lt))}return fe.finalize(),Ke=fe.toHTML(),{language:g,value:Ke,relevance:jr,illegal:!1,_emitter:fe,_top:T}}catch(w){if(w.message&&w.message.includes("Illegal"))return{language:g,value:ji(k),illegal:!0,relevance:0,_illegalBy:{message:w.message,index:lt,context:k.slice(lt-100,lt+100),mode:w.mode,resultSoFar:Ke},_emitter:fe};if(n)return{language:g,value:ji(k),illegal:!1,relevance:0,errorRaised:w,_emitter:fe,_top:T};throw w}}function m(g){let k={value:ji(g),illegal:!1,relevance:0,_top:s,_emitter:new i.__emitter(i)};return k._emitter.addText(g),k}function h(g,k){k=k||i.languages||Object.keys(e);let E=m(g),N=k.filter(U).filter(ce).map(ge=>p(ge,g,!1));N.unshift(E);let q=N.sort((ge,Ee)=>{if(ge.relevance!==Ee.relevance)return Ee.relevance-ge.relevance;if(ge.language&&Ee.language){if(U(ge.language).supersetOf===Ee.language)return 1;if(U(Ee.language).supersetOf===ge.language)return-1}return 0}),[oe,ae]=q,Te=oe;return Te.secondBest=ae,Te}function x(g,k,E){let N=k&&r[k]||E;g.classList.add("hljs"),g.classList.add(`language-${N}`)}function y(g){let k=null,E=d(g);if(l(E))return;if(W("before:highlightElement",{el:g,language:E}),g.dataset.highlighted){console.log("Element previously highlighted. To highlight again, first unset `dataset.highlighted`.",g);return}if(g.children.length>0&&(i.ignoreUnescapedHTML||(console.warn("One of your code blocks includes unescaped HTML. This is a potentially serious security risk."),console.warn("https://github.com/highlightjs/highlight.js/wiki/security"),console.warn("The element with unescaped HTML:"),console.warn(g)),i.throwUnescapedHTML))throw new tl("One of your code blocks includes unescaped HTML.",g.innerHTML);k=g;let N=k.textContent,q=E?c(N,{language:E,ignoreIllegals:!0}):h(N);g.innerHTML=q.value,g.dataset.highlighted="yes",x(g,E,q.language),g.result={language:q.language,re:q.relevance,relevance:q.relevance},q.secondBest&&(g.secondBest={language:q.secondBest.language,relevance:q.secondBest.relevance}),W("after:highlightElement",{el:g,result:q,text:N})}function b(g){i=yp(i,g)}let v=()=>{I(),Xt("10.6.0","initHighlighting() deprecated.  Use highlightAll() now.")};function M(){I(),Xt("10.6.0","initHighlightingOnLoad() deprecated.  Use highlightAll() now.")}let C=!1;function I(){function g(){I()}if(document.readyState==="loading"){C||window.addEventListener("DOMContentLoaded",g,!1),C=!0;return}document.querySelectorAll(i.cssSelector).forEach(y)}function H(g,k){let E=null;try{E=k(t)}catch(N){if(_t("Language definition for '{}' could not be registered.".replace("{}",g)),n)_t(N);else throw N;E=s}E.name||(E.name=g),e[g]=E,E.rawDefinition=k.bind(null,t),E.aliases&&X(E.aliases,{languageName:g})}function O(g){delete e[g];for(let k of Object.keys(r))r[k]===g&&delete r[k]}function ie(){return Object.keys(e)}function U(g){return g=(g||"").toLowerCase(),e[g]||e[r[g]]}function X(g,{languageName:k}){typeof g=="string"&&(g=[g]),g.forEach(E=>{r[E.toLowerCase()]=k})}function ce(g){let k=U(g);return k&&!k.disableAutodetect}function we(g){g["before:highlightBlock"]&&!g["before:highlightElement"]&&(g["before:highlightElement"]=k=>{g["before:highlightBlock"](Object.assign({block:k.el},k))}),g["after:highlightBlock"]&&!g["after:highlightElement"]&&(g["after:highlightElement"]=k=>{g["after:highlightBlock"](Object.assign({block:k.el},k))})}function he(g){we(g),o.push(g)}function pe(g){let k=o.indexOf(g);k!==-1&&o.splice(k,1)}function W(g,k){let E=g;o.forEach(function(N){N[E]&&N[E](k)})}function le(g){return Xt("10.7.0","highlightBlock will be removed entirely in v12.0"),Xt("10.7.0","Please use highlightElement now."),y(g)}Object.assign(t,{highlight:c,highlightAuto:h,highlightAll:I,highlightElement:y,highlightBlock:le,configure:b,initHighlighting:v,initHighlightingOnLoad:M,registerLanguage:H,unregisterLanguage:O,listLanguages:ie,getLanguage:U,registerAliases:X,autoDetection:ce,inherit:yp,addPlugin:he,removePlugin:pe}),t.debugMode=function(){n=!1},t.safeMode=function(){n=!0},t.versionString=qy,t.regex={concat:Ct,lookahead:Ep,either:rl,optional:sy,anyNumberOfTimes:ay};for(let g in Jn)typeof Jn[g]=="object"&&vp(Jn[g]);return Object.assign(t,Jn),t},Zt=Np({});Zt.newInstance=()=>Np({});$p.exports=Zt;Zt.HighlightJS=Zt;Zt.default=Zt});var Jr=globalThis,Qr=Jr.ShadowRoot&&(Jr.ShadyCSS===void 0||Jr.ShadyCSS.nativeShadow)&&"adoptedStyleSheets"in Document.prototype&&"replace"in CSSStyleSheet.prototype,Aa=Symbol(),Tl=new WeakMap,tr=class{constructor(e,r,o){if(this._$cssResult$=!0,o!==Aa)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=e,this.t=r}get styleSheet(){let e=this.o,r=this.t;if(Qr&&e===void 0){let o=r!==void 0&&r.length===1;o&&(e=Tl.get(r)),e===void 0&&((this.o=e=new CSSStyleSheet).replaceSync(this.cssText),o&&Tl.set(r,e))}return e}toString(){return this.cssText}},Al=t=>new tr(typeof t=="string"?t:t+"",void 0,Aa),A=(t,...e)=>{let r=t.length===1?t[0]:e.reduce((o,n,a)=>o+(s=>{if(s._$cssResult$===!0)return s.cssText;if(typeof s=="number")return s;throw Error("Value passed to 'css' function must be a 'css' function result: "+s+". Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.")})(n)+t[a+1],t[0]);return new tr(r,t,Aa)},Rl=(t,e)=>{if(Qr)t.adoptedStyleSheets=e.map(r=>r instanceof CSSStyleSheet?r:r.styleSheet);else for(let r of e){let o=document.createElement("style"),n=Jr.litNonce;n!==void 0&&o.setAttribute("nonce",n),o.textContent=r.cssText,t.appendChild(o)}},Ra=Qr?t=>t:t=>t instanceof CSSStyleSheet?(e=>{let r="";for(let o of e.cssRules)r+=o.cssText;return Al(r)})(t):t;var{is:th,defineProperty:rh,getOwnPropertyDescriptor:oh,getOwnPropertyNames:nh,getOwnPropertySymbols:ah,getPrototypeOf:sh}=Object,eo=globalThis,Ml=eo.trustedTypes,ih=Ml?Ml.emptyScript:"",lh=eo.reactiveElementPolyfillSupport,rr=(t,e)=>t,Ma={toAttribute(t,e){switch(e){case Boolean:t=t?ih:null;break;case Object:case Array:t=t==null?t:JSON.stringify(t)}return t},fromAttribute(t,e){let r=t;switch(e){case Boolean:r=t!==null;break;case Number:r=t===null?null:Number(t);break;case Object:case Array:try{r=JSON.parse(t)}catch{r=null}}return r}},Nl=(t,e)=>!th(t,e),Ol={attribute:!0,type:String,converter:Ma,reflect:!1,useDefault:!1,hasChanged:Nl};Symbol.metadata??=Symbol("metadata"),eo.litPropertyMetadata??=new WeakMap;var Ue=class extends HTMLElement{static addInitializer(e){this._$Ei(),(this.l??=[]).push(e)}static get observedAttributes(){return this.finalize(),this._$Eh&&[...this._$Eh.keys()]}static createProperty(e,r=Ol){if(r.state&&(r.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(e)&&((r=Object.create(r)).wrapped=!0),this.elementProperties.set(e,r),!r.noAccessor){let o=Symbol(),n=this.getPropertyDescriptor(e,o,r);n!==void 0&&rh(this.prototype,e,n)}}static getPropertyDescriptor(e,r,o){let{get:n,set:a}=oh(this.prototype,e)??{get(){return this[r]},set(s){this[r]=s}};return{get:n,set(s){let i=n?.call(this);a?.call(this,s),this.requestUpdate(e,i,o)},configurable:!0,enumerable:!0}}static getPropertyOptions(e){return this.elementProperties.get(e)??Ol}static _$Ei(){if(this.hasOwnProperty(rr("elementProperties")))return;let e=sh(this);e.finalize(),e.l!==void 0&&(this.l=[...e.l]),this.elementProperties=new Map(e.elementProperties)}static finalize(){if(this.hasOwnProperty(rr("finalized")))return;if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(rr("properties"))){let r=this.properties,o=[...nh(r),...ah(r)];for(let n of o)this.createProperty(n,r[n])}let e=this[Symbol.metadata];if(e!==null){let r=litPropertyMetadata.get(e);if(r!==void 0)for(let[o,n]of r)this.elementProperties.set(o,n)}this._$Eh=new Map;for(let[r,o]of this.elementProperties){let n=this._$Eu(r,o);n!==void 0&&this._$Eh.set(n,r)}this.elementStyles=this.finalizeStyles(this.styles)}static finalizeStyles(e){let r=[];if(Array.isArray(e)){let o=new Set(e.flat(1/0).reverse());for(let n of o)r.unshift(Ra(n))}else e!==void 0&&r.push(Ra(e));return r}static _$Eu(e,r){let o=r.attribute;return o===!1?void 0:typeof o=="string"?o:typeof e=="string"?e.toLowerCase():void 0}constructor(){super(),this._$Ep=void 0,this.isUpdatePending=!1,this.hasUpdated=!1,this._$Em=null,this._$Ev()}_$Ev(){this._$ES=new Promise(e=>this.enableUpdating=e),this._$AL=new Map,this._$E_(),this.requestUpdate(),this.constructor.l?.forEach(e=>e(this))}addController(e){(this._$EO??=new Set).add(e),this.renderRoot!==void 0&&this.isConnected&&e.hostConnected?.()}removeController(e){this._$EO?.delete(e)}_$E_(){let e=new Map,r=this.constructor.elementProperties;for(let o of r.keys())this.hasOwnProperty(o)&&(e.set(o,this[o]),delete this[o]);e.size>0&&(this._$Ep=e)}createRenderRoot(){let e=this.shadowRoot??this.attachShadow(this.constructor.shadowRootOptions);return Rl(e,this.constructor.elementStyles),e}connectedCallback(){this.renderRoot??=this.createRenderRoot(),this.enableUpdating(!0),this._$EO?.forEach(e=>e.hostConnected?.())}enableUpdating(e){}disconnectedCallback(){this._$EO?.forEach(e=>e.hostDisconnected?.())}attributeChangedCallback(e,r,o){this._$AK(e,o)}_$ET(e,r){let o=this.constructor.elementProperties.get(e),n=this.constructor._$Eu(e,o);if(n!==void 0&&o.reflect===!0){let a=(o.converter?.toAttribute!==void 0?o.converter:Ma).toAttribute(r,o.type);this._$Em=e,a==null?this.removeAttribute(n):this.setAttribute(n,a),this._$Em=null}}_$AK(e,r){let o=this.constructor,n=o._$Eh.get(e);if(n!==void 0&&this._$Em!==n){let a=o.getPropertyOptions(n),s=typeof a.converter=="function"?{fromAttribute:a.converter}:a.converter?.fromAttribute!==void 0?a.converter:Ma;this._$Em=n;let i=s.fromAttribute(r,a.type);this[n]=i??this._$Ej?.get(n)??i,this._$Em=null}}requestUpdate(e,r,o,n=!1,a){if(e!==void 0){let s=this.constructor;if(n===!1&&(a=this[e]),o??=s.getPropertyOptions(e),!((o.hasChanged??Nl)(a,r)||o.useDefault&&o.reflect&&a===this._$Ej?.get(e)&&!this.hasAttribute(s._$Eu(e,o))))return;this.C(e,r,o)}this.isUpdatePending===!1&&(this._$ES=this._$EP())}C(e,r,{useDefault:o,reflect:n,wrapped:a},s){o&&!(this._$Ej??=new Map).has(e)&&(this._$Ej.set(e,s??r??this[e]),a!==!0||s!==void 0)||(this._$AL.has(e)||(this.hasUpdated||o||(r=void 0),this._$AL.set(e,r)),n===!0&&this._$Em!==e&&(this._$Eq??=new Set).add(e))}async _$EP(){this.isUpdatePending=!0;try{await this._$ES}catch(r){Promise.reject(r)}let e=this.scheduleUpdate();return e!=null&&await e,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}performUpdate(){if(!this.isUpdatePending)return;if(!this.hasUpdated){if(this.renderRoot??=this.createRenderRoot(),this._$Ep){for(let[n,a]of this._$Ep)this[n]=a;this._$Ep=void 0}let o=this.constructor.elementProperties;if(o.size>0)for(let[n,a]of o){let{wrapped:s}=a,i=this[n];s!==!0||this._$AL.has(n)||i===void 0||this.C(n,void 0,a,i)}}let e=!1,r=this._$AL;try{e=this.shouldUpdate(r),e?(this.willUpdate(r),this._$EO?.forEach(o=>o.hostUpdate?.()),this.update(r)):this._$EM()}catch(o){throw e=!1,this._$EM(),o}e&&this._$AE(r)}willUpdate(e){}_$AE(e){this._$EO?.forEach(r=>r.hostUpdated?.()),this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(e)),this.updated(e)}_$EM(){this._$AL=new Map,this.isUpdatePending=!1}get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}shouldUpdate(e){return!0}update(e){this._$Eq&&=this._$Eq.forEach(r=>this._$ET(r,this[r])),this._$EM()}updated(e){}firstUpdated(e){}};Ue.elementStyles=[],Ue.shadowRootOptions={mode:"open"},Ue[rr("elementProperties")]=new Map,Ue[rr("finalized")]=new Map,lh?.({ReactiveElement:Ue}),(eo.reactiveElementVersions??=[]).push("2.1.2");var Na=globalThis,$l=t=>t,to=Na.trustedTypes,Ll=to?to.createPolicy("lit-html",{createHTML:t=>t}):void 0,$a="$lit$",He=`lit$${Math.random().toFixed(9).slice(2)}$`,La="?"+He,dh=`<${La}>`,ut=document,nr=()=>ut.createComment(""),ar=t=>t===null||typeof t!="object"&&typeof t!="function",Ia=Array.isArray,Ul=t=>Ia(t)||typeof t?.[Symbol.iterator]=="function",Oa=`[ 	
\f\r]`,or=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,Il=/-->/g,Pl=/>/g,dt=RegExp(`>|${Oa}(?:([^\\s"'>=/]+)(${Oa}*=${Oa}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),Dl=/'/g,Bl=/"/g,Hl=/^(?:script|style|textarea|title)$/i,Pa=t=>(e,...r)=>({_$litType$:t,strings:e,values:r}),u=Pa(1),B=Pa(2),yv=Pa(3),de=Symbol.for("lit-noChange"),f=Symbol.for("lit-nothing"),Fl=new WeakMap,ct=ut.createTreeWalker(ut,129);function zl(t,e){if(!Ia(t)||!t.hasOwnProperty("raw"))throw Error("invalid template strings array");return Ll!==void 0?Ll.createHTML(e):e}var Wl=(t,e)=>{let r=t.length-1,o=[],n,a=e===2?"<svg>":e===3?"<math>":"",s=or;for(let i=0;i<r;i++){let l=t[i],d,c,p=-1,m=0;for(;m<l.length&&(s.lastIndex=m,c=s.exec(l),c!==null);)m=s.lastIndex,s===or?c[1]==="!--"?s=Il:c[1]!==void 0?s=Pl:c[2]!==void 0?(Hl.test(c[2])&&(n=RegExp("</"+c[2],"g")),s=dt):c[3]!==void 0&&(s=dt):s===dt?c[0]===">"?(s=n??or,p=-1):c[1]===void 0?p=-2:(p=s.lastIndex-c[2].length,d=c[1],s=c[3]===void 0?dt:c[3]==='"'?Bl:Dl):s===Bl||s===Dl?s=dt:s===Il||s===Pl?s=or:(s=dt,n=void 0);let h=s===dt&&t[i+1].startsWith("/>")?" ":"";a+=s===or?l+dh:p>=0?(o.push(d),l.slice(0,p)+$a+l.slice(p)+He+h):l+He+(p===-2?i:h)}return[zl(t,a+(t[r]||"<?>")+(e===2?"</svg>":e===3?"</math>":"")),o]},sr=class t{constructor({strings:e,_$litType$:r},o){let n;this.parts=[];let a=0,s=0,i=e.length-1,l=this.parts,[d,c]=Wl(e,r);if(this.el=t.createElement(d,o),ct.currentNode=this.el.content,r===2||r===3){let p=this.el.content.firstChild;p.replaceWith(...p.childNodes)}for(;(n=ct.nextNode())!==null&&l.length<i;){if(n.nodeType===1){if(n.hasAttributes())for(let p of n.getAttributeNames())if(p.endsWith($a)){let m=c[s++],h=n.getAttribute(p).split(He),x=/([.?@])?(.*)/.exec(m);l.push({type:1,index:a,name:x[2],strings:h,ctor:x[1]==="."?oo:x[1]==="?"?no:x[1]==="@"?ao:ft}),n.removeAttribute(p)}else p.startsWith(He)&&(l.push({type:6,index:a}),n.removeAttribute(p));if(Hl.test(n.tagName)){let p=n.textContent.split(He),m=p.length-1;if(m>0){n.textContent=to?to.emptyScript:"";for(let h=0;h<m;h++)n.append(p[h],nr()),ct.nextNode(),l.push({type:2,index:++a});n.append(p[m],nr())}}}else if(n.nodeType===8)if(n.data===La)l.push({type:2,index:a});else{let p=-1;for(;(p=n.data.indexOf(He,p+1))!==-1;)l.push({type:7,index:a}),p+=He.length-1}a++}}static createElement(e,r){let o=ut.createElement("template");return o.innerHTML=e,o}};function pt(t,e,r=t,o){if(e===de)return e;let n=o!==void 0?r._$Co?.[o]:r._$Cl,a=ar(e)?void 0:e._$litDirective$;return n?.constructor!==a&&(n?._$AO?.(!1),a===void 0?n=void 0:(n=new a(t),n._$AT(t,r,o)),o!==void 0?(r._$Co??=[])[o]=n:r._$Cl=n),n!==void 0&&(e=pt(t,n._$AS(t,e.values),n,o)),e}var ro=class{constructor(e,r){this._$AV=[],this._$AN=void 0,this._$AD=e,this._$AM=r}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(e){let{el:{content:r},parts:o}=this._$AD,n=(e?.creationScope??ut).importNode(r,!0);ct.currentNode=n;let a=ct.nextNode(),s=0,i=0,l=o[0];for(;l!==void 0;){if(s===l.index){let d;l.type===2?d=new Mt(a,a.nextSibling,this,e):l.type===1?d=new l.ctor(a,l.name,l.strings,this,e):l.type===6&&(d=new so(a,this,e)),this._$AV.push(d),l=o[++i]}s!==l?.index&&(a=ct.nextNode(),s++)}return ct.currentNode=ut,n}p(e){let r=0;for(let o of this._$AV)o!==void 0&&(o.strings!==void 0?(o._$AI(e,o,r),r+=o.strings.length-2):o._$AI(e[r])),r++}},Mt=class t{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(e,r,o,n){this.type=2,this._$AH=f,this._$AN=void 0,this._$AA=e,this._$AB=r,this._$AM=o,this.options=n,this._$Cv=n?.isConnected??!0}get parentNode(){let e=this._$AA.parentNode,r=this._$AM;return r!==void 0&&e?.nodeType===11&&(e=r.parentNode),e}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(e,r=this){e=pt(this,e,r),ar(e)?e===f||e==null||e===""?(this._$AH!==f&&this._$AR(),this._$AH=f):e!==this._$AH&&e!==de&&this._(e):e._$litType$!==void 0?this.$(e):e.nodeType!==void 0?this.T(e):Ul(e)?this.k(e):this._(e)}O(e){return this._$AA.parentNode.insertBefore(e,this._$AB)}T(e){this._$AH!==e&&(this._$AR(),this._$AH=this.O(e))}_(e){this._$AH!==f&&ar(this._$AH)?this._$AA.nextSibling.data=e:this.T(ut.createTextNode(e)),this._$AH=e}$(e){let{values:r,_$litType$:o}=e,n=typeof o=="number"?this._$AC(e):(o.el===void 0&&(o.el=sr.createElement(zl(o.h,o.h[0]),this.options)),o);if(this._$AH?._$AD===n)this._$AH.p(r);else{let a=new ro(n,this),s=a.u(this.options);a.p(r),this.T(s),this._$AH=a}}_$AC(e){let r=Fl.get(e.strings);return r===void 0&&Fl.set(e.strings,r=new sr(e)),r}k(e){Ia(this._$AH)||(this._$AH=[],this._$AR());let r=this._$AH,o,n=0;for(let a of e)n===r.length?r.push(o=new t(this.O(nr()),this.O(nr()),this,this.options)):o=r[n],o._$AI(a),n++;n<r.length&&(this._$AR(o&&o._$AB.nextSibling,n),r.length=n)}_$AR(e=this._$AA.nextSibling,r){for(this._$AP?.(!1,!0,r);e!==this._$AB;){let o=$l(e).nextSibling;$l(e).remove(),e=o}}setConnected(e){this._$AM===void 0&&(this._$Cv=e,this._$AP?.(e))}},ft=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(e,r,o,n,a){this.type=1,this._$AH=f,this._$AN=void 0,this.element=e,this.name=r,this._$AM=n,this.options=a,o.length>2||o[0]!==""||o[1]!==""?(this._$AH=Array(o.length-1).fill(new String),this.strings=o):this._$AH=f}_$AI(e,r=this,o,n){let a=this.strings,s=!1;if(a===void 0)e=pt(this,e,r,0),s=!ar(e)||e!==this._$AH&&e!==de,s&&(this._$AH=e);else{let i=e,l,d;for(e=a[0],l=0;l<a.length-1;l++)d=pt(this,i[o+l],r,l),d===de&&(d=this._$AH[l]),s||=!ar(d)||d!==this._$AH[l],d===f?e=f:e!==f&&(e+=(d??"")+a[l+1]),this._$AH[l]=d}s&&!n&&this.j(e)}j(e){e===f?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,e??"")}},oo=class extends ft{constructor(){super(...arguments),this.type=3}j(e){this.element[this.name]=e===f?void 0:e}},no=class extends ft{constructor(){super(...arguments),this.type=4}j(e){this.element.toggleAttribute(this.name,!!e&&e!==f)}},ao=class extends ft{constructor(e,r,o,n,a){super(e,r,o,n,a),this.type=5}_$AI(e,r=this){if((e=pt(this,e,r,0)??f)===de)return;let o=this._$AH,n=e===f&&o!==f||e.capture!==o.capture||e.once!==o.once||e.passive!==o.passive,a=e!==f&&(o===f||n);n&&this.element.removeEventListener(this.name,this,o),a&&this.element.addEventListener(this.name,this,e),this._$AH=e}handleEvent(e){typeof this._$AH=="function"?this._$AH.call(this.options?.host??this.element,e):this._$AH.handleEvent(e)}},so=class{constructor(e,r,o){this.element=e,this.type=6,this._$AN=void 0,this._$AM=r,this.options=o}get _$AU(){return this._$AM._$AU}_$AI(e){pt(this,e)}},ql={M:$a,P:He,A:La,C:1,L:Wl,R:ro,D:Ul,V:pt,I:Mt,H:ft,N:no,U:ao,B:oo,F:so},ch=Na.litHtmlPolyfillSupport;ch?.(sr,Mt),(Na.litHtmlVersions??=[]).push("3.3.3");var Gl=(t,e,r)=>{let o=r?.renderBefore??e,n=o._$litPart$;if(n===void 0){let a=r?.renderBefore??null;o._$litPart$=n=new Mt(e.insertBefore(nr(),a),a,void 0,r??{})}return n._$AI(t),n};var Da=globalThis,F=class extends Ue{constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0}createRenderRoot(){let e=super.createRenderRoot();return this.renderOptions.renderBefore??=e.firstChild,e}update(e){let r=this.render();this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(e),this._$Do=Gl(r,this.renderRoot,this.renderOptions)}connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}render(){return de}};F._$litElement$=!0,F.finalized=!0,Da.litElementHydrateSupport?.({LitElement:F});var uh=Da.litElementPolyfillSupport;uh?.({LitElement:F});(Da.litElementVersions??=[]).push("4.2.2");var ze={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},Ve=t=>(...e)=>({_$litDirective$:t,values:e}),Ne=class{constructor(e){}get _$AU(){return this._$AM._$AU}_$AT(e,r,o){this._$Ct=e,this._$AM=r,this._$Ci=o}_$AS(e,r){return this.update(e,r)}update(e,r){return this.render(...r)}};var ph={},ir=Ve(class extends Ne{constructor(){super(...arguments),this.ot=ph}render(t,e){return e()}update(t,[e,r]){if(Array.isArray(e)){if(Array.isArray(this.ot)&&this.ot.length===e.length&&e.every((o,n)=>o===this.ot[n]))return de}else if(this.ot===e)return de;return this.ot=Array.isArray(e)?Array.from(e):e,this.render(e,r)}});function lr({text:t,content:e}){return e===void 0?[{type:"input_text",text:t??""}]:e.map(r=>{if(r.type==="input_text")return{type:"input_text",text:r.text};let o=r.group===void 0?{}:{group:r.group},{id:n,data:a={},interactive:s=!1}=r;return{type:"input_tag",id:n,text:r.text,data:a,interactive:s,...o}})}function io(t){return{content:[{type:"input_text",text:t}]}}function lo(t){return t.content.map(e=>e.text).join("")}function Kl(t){return lo(t).trim()===""&&(t.attachmentIds??[]).length===0}function Vl(t){let e=t.content.map(r=>r.type==="input_text"?{type:"text",text:r.text}:{...r,type:"tag",group:r.group??null});return{text:lo(t),parts:e,attachments:[],quotedText:t.reply??null}}function Xl(t,e){let r={content:e.content,attachments:e.attachmentIds??[],quoted_text:e.reply??null,inference_options:{...e.toolId===void 0?{}:{tool_choice:{id:e.toolId}},...e.model===void 0?{}:{model:e.model}}};return t===null?{type:"threads.create",params:{input:r}}:{type:"threads.add_user_message",params:{thread_id:t,input:r}}}function Zl(t,e){return{type:"threads.add_client_tool_output",params:{thread_id:t,result:e}}}function Yl(t,e){return{type:"threads.retry_after_item",params:{thread_id:t,item_id:e}}}function jl(t,e,r){return{type:"threads.add_structured_input",params:{thread_id:t,item_id:e,input:r}}}function Jl(t,e,r){return{thread_id:t,...r===void 0?{}:{item_id:r},action:e}}function Ql(t,e,r){return{type:"items.feedback",params:{thread_id:t,item_ids:e,kind:r}}}var ed=A`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    height: 100%;
    background: var(--surface);
  }
  :host([history]) {
    grid-template-columns: 240px minmax(0, 1fr);
  }
  main {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-template-rows: auto minmax(0, 1fr) auto;
    min-height: 0;
  }
  main > :not(agentnook-header, footer) {
    grid-row: 2;
  }
  footer {
    grid-row: 3;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
    width: 100%;
    max-width: calc(var(--column) + 32px);
    margin: 0 auto;
    padding: 8px 16px;
  }
  small {
    color: var(--muted);
    font-size: var(--label-size);
    line-height: var(--label-line);
    text-align: center;
    text-wrap: balance;
    overflow-wrap: anywhere;
  }
  small.strong {
    color: var(--text);
  }
  small agentnook-markdown {
    --text-size: var(--label-size);
    --text-line: var(--label-line);
    color: inherit;
  }
  @media (max-width: 719px) {
    :host([history]) {
      grid-template-columns: minmax(0, 1fr);
    }
    :host([history]) main {
      display: none;
    }
  }
`;var G=class t extends Error{code;sentence;hint;retryable;constructor(e,r,o={}){super(o.sentence??r,{cause:o.cause}),this.name=e,this.code=r,this.sentence=o.sentence??null,this.hint=o.hint??"",this.retryable=o.retryable??!0}renamed(e){let{code:r,sentence:o,hint:n,retryable:a}=this;return new t(e,r,{sentence:o,hint:n,retryable:a,cause:this})}};var co=class{#e="";#t=[];#r=0;#o=!1;push(e){let r=[],o=this.#o&&e.startsWith(`
`)?e.slice(1):e;e!==""&&(this.#o=e.endsWith("\r"));let n=o.split(/\r\n|\r|\n/),a=n.pop()??"";for(let s of n)this.#n(this.#e+s,r),this.#e="";if(this.#e+=a,this.#r+this.#e.length>16777216)throw new RangeError("event too long");return r}#n(e,r){if(e==="")this.#t.length>0&&r.push(this.#t.join(`
`)),this.#t=[],this.#r=0;else if(e==="data"||e.startsWith("data:")){let o=e.slice(e.startsWith("data: ")?6:5);this.#t.push(o),this.#r+=o.length}}};function $(t){return typeof t=="object"&&t!==null&&!Array.isArray(t)}function V(t){return $(t)?t:{}}function _(t){return typeof t=="string"?t:""}function j(t){return typeof t=="string"&&t!==""?t:null}function uo(t){return typeof t=="number"&&Number.isFinite(t)?t:null}function po(t){return typeof t=="number"&&Number.isInteger(t)&&t>=0&&t<1e4?t:0}function $e(t){return Array.isArray(t)?t:[]}function fo(t){return $e(t).filter(e=>typeof e=="string")}function Le(t,e){return $e(t).flatMap(r=>e(r)??[])}function xe(t,e){return e.find(r=>r===t)??e[0]}var fh=1e8;function td(t){if(!$(t))return null;let e=xe(t.type,["url","file","entity"]),r=e==="url"?hh(t.url):null,o=e==="file"?_(t.filename):"",n=_(t.title)||o||r||"";return n===""?null:{kind:e,title:n,description:j(t.description)??j(t.attribution),url:r,group:j(t.group),entity:e==="entity"?mh(t):null}}function mh(t){return{id:_(t.id),icon:j(t.icon),label:j(t.inline_label)??j(t.label),interactive:t.interactive===!0,data:V(t.data)}}function hh(t){let e=_(t);return/^(?:https?|mailto):/i.test(e)?e:null}function mo(t){if(!$(t))return null;let e=td(t.source);return e&&{source:e,index:gh(t.index)}}function gh(t){return typeof t=="number"&&Number.isInteger(t)&&t>=0&&t<fh?t:null}function dr(t){if(!$(t))return null;let e=j(t.title_query),r=fo(t.queries);return{kind:xe(t.type,["custom","web_search","thought","file","image"]),status:xe(t.status_indicator,["none","loading","complete"]),title:j(t.title),icon:j(t.icon),content:j(t.content),queries:e===null||r.includes(e)?r:[e,...r],sources:Le(t.sources,td)}}var rd=40,od=5e3;function cr(t){return nd(t,1,{nodesLeft:od})}function nd(t,e,r){if(!$(t)||e>rd||r.nodesLeft<=0)return null;r.nodesLeft-=1;let{type:o,id:n,key:a,children:s,...i}=t,l=Array.isArray(s)?s:[s],d=[];for(let c of l){if(r.nodesLeft<=0)break;let p=nd(c,e+1,r);p!==null&&d.push(p)}return{type:_(o),id:j(n),key:j(a),fields:i,children:d}}function ad(t){let e=0,r=(o,n)=>n<=rd&&(e+=1)<=od&&o.children.every(a=>r(a,n+1));return r(t,1)}var xh=["title","label","question","text","value","message","description","caption","summary"],bh=["content","children","items","parts","inputs","options","tasks"],yh=12,wh=2e4;function Ot(t){let e=[];return id(t,e,{depth:yh,lettersLeft:wh}),e.join(`
`)}function id(t,e,r){r.depth<=0||r.lettersLeft<=0||(typeof t=="string"?vh(t,e,r):Array.isArray(t)?sd(t,e,r):$(t)&&sd([...xh,...bh].map(o=>t[o]),e,r))}function sd(t,e,r){let o={depth:r.depth-1,lettersLeft:r.lettersLeft};for(let n of t)id(n,e,o);r.lettersLeft=o.lettersLeft}function vh(t,e,r){let o=t.trim().slice(0,r.lettersLeft);o!==""&&(e.push(o),r.lettersLeft-=o.length)}var ld={user_message:kh,assistant_message:(t,e)=>({type:"assistant_message",id:t,parts:$e(e.content).map(Fa)}),client_tool_call:(t,e)=>({type:"client_tool_call",id:t,status:xe(e.status,["pending","completed"]),name:_(e.name),arguments:V(e.arguments)}),widget:(t,e)=>{let r=cr(e.widget);return r&&{type:"widget",id:t,root:r,copyText:j(e.copy_text)}},generated_image:(t,e)=>({type:"generated_image",id:t,url:Ba(e.image),progress:null}),structured_input:(t,e)=>({type:"structured_input",id:t,status:xe(e.status,["pending","answered","skipped"]),questions:Le(e.inputs,_h)}),task:(t,e)=>{let r=dr(e.task);return r&&{type:"task",id:t,task:r}},workflow:(t,e)=>Th(t,V(e.workflow)),end_of_turn:t=>({type:"end_of_turn",id:t}),hidden_context_item:t=>({type:"other",id:t,kind:"hidden_context_item",text:""}),sdk_hidden_context:t=>({type:"other",id:t,kind:"sdk_hidden_context",text:""})};function Xe(t){if(!$(t))return null;let e=_(t.id);if(e==="")return null;let r=_(t.type);return(Object.hasOwn(ld,r)?ld[r]:void 0)?.(e,t)??{type:"other",id:e,kind:r,text:Ot(t)}}function kh(t,e){let r=Le(e.content,Eh);return{type:"user_message",id:t,text:r.map(o=>o.text).join(""),parts:r,attachments:Le(e.attachments,Sh),quotedText:j(e.quoted_text)}}function Eh(t){if(!$(t))return null;let e=_(t.text);return t.type!=="input_tag"?{type:"text",text:e}:{type:"tag",id:_(t.id),text:e,group:j(t.group),interactive:t.interactive===!0,data:V(t.data)}}function Sh(t){return $(t)?{id:_(t.id),name:_(t.name),mimeType:_(t.mime_type),previewUrl:t.type==="image"?dd(t.preview_url):null}:null}function dd(t){let e=_(t);return/^(?:https?:\/\/|blob:|data:image\/|\/(?!\/))/i.test(e)?e:null}function Ba(t){return dd(V(t).url)}function Fa(t){let e=V(t);return{text:_(e.text),annotations:Le(e.annotations,mo)}}function _h(t){if(!$(t)||_(t.id)==="")return null;let e=$e(t.options).map(r=>_(V(r).value));return{id:_(t.id),question:_(t.question),description:j(t.description),options:e.filter(r=>r!==""),multiple:t.multiple===!0,answer:Ch(t.answer)}}function Ch(t){return $(t)?{values:fo(t.values),skipped:t.skipped===!0}:null}function Th(t,e){let r=V(e.summary);return{type:"workflow",id:t,kind:xe(e.type,["custom","reasoning"]),tasks:Le(e.tasks,dr),title:j(r.title),icon:j(r.icon),durationSeconds:uo(r.duration),expanded:e.expanded===!0}}function ho(t,e){let r=V(t),o=j(r.after);return{data:Le(r.data,e),hasMore:r.has_more===!0&&o!==null,after:o}}function ur(t){return!$(t)||!_(t.id)?null:{id:_(t.id),title:j(t.title),createdAt:_(t.created_at),status:Ah(t.status)}}function cd(t){let e=ur(t);return e===null?null:{...e,items:ho(V(t).items,Xe)}}function Ah(t){let e=V(t);return{type:xe(e.type,["active","locked","closed"]),reason:j(e.reason)}}var mt={type:"other"};function fd(t){let e=V(t);switch(e.type){case"thread.created":return pd(e,!0);case"thread.updated":return pd(e,!1);case"thread.item.added":return ud(e,!1);case"thread.item.done":case"thread.item.replaced":return ud(e,!0);case"thread.item.updated":return{type:"item_updated",itemId:_(e.item_id),update:Mh(e.update)};case"thread.item.removed":return{type:"item_removed",itemId:_(e.item_id)};default:return Rh(e)}}function Rh(t){switch(t.type){case"stream_options":return{type:"options",allowCancel:V(t.stream_options).allow_cancel!==!1};case"progress_update":return{type:"progress",text:_(t.text),icon:j(t.icon)};case"client_effect":return{type:"effect",name:_(t.name),data:V(t.data)};case"notice":return{type:"notice",level:xe(t.level,["info","warning","danger"]),title:j(t.title),message:_(t.message)};case"error":return{type:"error",code:_(t.code),message:j(t.message),allowRetry:t.allow_retry===!0};default:return null}}function ud(t,e){let r=Xe(t.item);return r&&{type:"item",finished:e,item:r}}function pd(t,e){let r=ur(t.thread);return r&&{type:"thread",created:e,thread:r}}function Mh(t){let e=V(t),r=_(e.type);if(r.startsWith("assistant_message."))return Oh(r,e);if(r.startsWith("widget."))return Nh(r,e);switch(r){case"workflow.task.added":case"workflow.task.updated":{let o=dr(e.task);return o===null?mt:{type:"task",index:po(e.task_index),task:o}}case"generated_image.updated":return{type:"image",url:Ba(e.image),progress:$h(e.progress)};default:return mt}}function Oh(t,e){let r=po(e.content_index);switch(t){case"assistant_message.content_part.text_delta":return{type:"text_delta",part:r,delta:_(e.delta)};case"assistant_message.content_part.added":case"assistant_message.content_part.done":return{type:"part",part:r,content:Fa(e.content)};case"assistant_message.content_part.annotation_added":{let o=mo(e.annotation);return o===null?mt:{type:"annotation",part:r,index:po(e.annotation_index),annotation:o}}default:return mt}}function Nh(t,e){let r=_(e.component_id);switch(t){case"widget.root.updated":{let o=cr(e.widget);return o===null?mt:{type:"widget_root",root:o}}case"widget.component.updated":{let o=cr(e.component);return o===null?mt:{type:"widget_component",componentId:r,component:o}}case"widget.streaming_text.value_delta":return{type:"widget_text",componentId:r,delta:_(e.delta),done:e.done===!0};default:return mt}}function $h(t){let e=uo(t);return e===null?null:Math.min(Math.max(e,0),1)}var pr=class{#e=new AbortController;#t;constructor(e){this.restart(e)}get signal(){return this.#e.signal}get passed(){return this.#e.signal.aborted}restart(e){this.clear(),this.#t=setTimeout(()=>this.#e.abort(),e)}clear(){clearTimeout(this.#t)}};function Ze(t,e){return new Promise((r,o)=>{let n=()=>o(e.reason);e.aborted&&n(),e.addEventListener("abort",n,{once:!0}),t.then(r,o).finally(()=>e.removeEventListener("abort",n))})}var Lh={answerMilliseconds:9e4,silenceMilliseconds:33e4,replyMilliseconds:6e4},go=class{#e;#t;constructor(e,r=Lh){this.#e=e,this.#t=r}async*stream(e,r){let o=new pr(this.#t.answerMilliseconds),n;try{let a=await this.#r(e,"text/event-stream",AbortSignal.any([r,o.signal]));if(a.body===null)return;n=a.body.getReader();let s=new TextDecoder,i=new co;for(;;){o.restart(this.#t.silenceMilliseconds);let{done:l,value:d}=await n.read();if(l)return;yield*Ih(i,s.decode(d,{stream:!0}))}}catch(a){throw md(a,r,o)}finally{o.clear(),n?.cancel().catch(()=>{})}}async ask(e,r,{keepalive:o=!1}={}){let n=new pr(this.#t.replyMilliseconds),a=AbortSignal.any([r,n.signal]);try{return await(await this.#r(e,"application/json",a,o)).json()}catch(s){throw md(s,r,n)}finally{n.clear()}}async#r(e,r,o,n=!1){let{url:a,locale:s,fetch:i}=this.#e,l=await i(a,{method:"POST",headers:{"Content-Type":"application/json",Accept:r,"Accept-Language":s},body:JSON.stringify({...e,metadata:{}}),signal:o,...n?{keepalive:n}:{}});if(!l.ok)throw await Bh(l);return l}};function*Ih(t,e){for(let r of Ph(t,e)){let o=fd(Dh(r));o!==null&&(yield o)}}function Ph(t,e){try{return t.push(e)}catch(r){throw new G("StreamEventParsingError","unreadable",{cause:r})}}function Dh(t){try{return JSON.parse(t)}catch(e){throw new G("StreamEventParsingError","unreadable",{cause:e})}}async function Bh(t){let e=await t.json().catch(()=>null),r=$(e)?$(e.error)?e.error:e:{},{message:o,hint:n,retryable:a}=r;return new G("HttpError",t.status===404?"missing":"refused",{sentence:typeof o=="string"&&o!==""?o:null,hint:typeof n=="string"?n:"",retryable:typeof a=="boolean"?a:Fh(t.status)})}function Fh(t){return t>=500||t===408||t===425||t===429}function md(t,e,r){return e.aborted||t instanceof G?t:r.passed?new G("NetworkError","deadline",{cause:t}):new G("NetworkError","network",{cause:t})}var hd={text:"",annotations:[]};function gd(t,e){switch(t.type){case"assistant_message":return Uh(t,e);case"widget":return Wh(t,e);case"workflow":return e.type==="task"?Hh(t,e.index,e.task):t;case"generated_image":return e.type==="image"?zh(t,e.url,e.progress):t;default:return t}}function Uh(t,e){switch(e.type){case"text_delta":return Ua(t,e.part,r=>({...r,text:r.text+e.delta}));case"part":return Ua(t,e.part,()=>e.content);case"annotation":return Ua(t,e.part,r=>({...r,annotations:r.annotations.toSpliced(e.index,0,e.annotation)}));default:return t}}function Ua(t,e,r){let o=t.parts.slice();for(;o.length<=e;)o.push(hd);return o[e]=r(o[e]??hd),{...t,parts:o}}function Hh(t,e,r){let o=t.tasks.slice();return o[Math.min(e,o.length)]=r,{...t,tasks:o}}function zh(t,e,r){return{...t,url:e??t.url,progress:r}}function Wh(t,e){switch(e.type){case"widget_root":return{...t,root:e.root};case"widget_component":{let{component:r,componentId:o}=e,n=r.id===null?{...r,id:o}:r,a=Ha(t.root,o,()=>n);return a===t.root||!ad(a)?t:{...t,root:a}}case"widget_text":{let{componentId:r,delta:o,done:n}=e,a=Ha(t.root,r,s=>qh(s,o,n));return a===t.root?t:{...t,root:a}}default:return t}}function qh(t,e,r){let o=_(t.fields.value)+e;return{...t,fields:{...t.fields,value:o,streaming:!r}}}function Ha(t,e,r){if(e==="")return t;if(t.id===e)return r(t);for(let[o,n]of t.children.entries()){let a=Ha(n,e,r);if(a!==n)return{...t,children:t.children.with(o,a)}}return t}var Ie="unsent",ht={threadId:null,title:null,createdAt:"",status:{type:"active",reason:null},entries:[],earlier:null,later:null,progress:null,progressIcon:null,allowCancel:!0,noticeCount:0};function za(t,e){return Wa(fr(ht,t),e)}function xd(t){return qa(fr(ht,t),t.items)}function bd(t,e){let r=e.entries[0]?.id,o=e.earlier===null?-1:t.entries.findIndex(s=>s.id===r),{noticeCount:n,earlier:a}=t;return o<=0?{...e,noticeCount:n}:{...e,noticeCount:n,earlier:a,entries:[...t.entries.slice(0,o),...e.entries]}}function Wa(t,e){let r=[...yd(t,e),...t.entries];return{...t,entries:r,earlier:e.hasMore?e.after:null}}function qa(t,e){let r=[...t.entries,...yd(t,e)];return{...t,entries:r,later:e.hasMore?e.after:null}}function yd(t,e){let r=new Set(t.entries.map(o=>o.id));return e.data.filter(({id:o})=>!r.has(o)&&r.add(o))}function Ga(t,e){return mr(t,{...e,type:"user_message",id:Ie})}function wd(t){return Ad(t,Ie)}function vd(t,e){let r=t.entries.findLastIndex(o=>o.id===e);return r<0?t:{...t,entries:t.entries.slice(0,r+1)}}function kd(t,e){return Rd(t,e,r=>r.type==="client_tool_call"?{...r,status:"completed"}:r)}function Ka(t){return{...t,progress:null,progressIcon:null,allowCancel:!0}}function Ed(t,e){switch(e.type){case"thread":return fr(t,e.thread);case"item":return Gh(t,e.item);case"item_updated":return Va(t,[e]);case"item_removed":return Ad(t,e.itemId);case"options":return{...t,allowCancel:e.allowCancel};case"progress":return{...t,progress:e.text||null,progressIcon:e.icon};case"notice":return Vh(t,e.level,e.title,e.message);case"effect":case"error":return t}}function Va(t,e){let r=t.entries.slice(),o=0;for(let{itemId:n,update:a}of e){let s=r.findLastIndex(d=>d.id===n),i=r[s];if(i===void 0||i.type==="notice")continue;let l=gd(i,a);l!==i&&(r[s]=l,o+=1)}return o===0?t:{...t,entries:r}}function Sd(t){let e=t.entries.findLast(r=>r.type!=="notice");return e?.type==="client_tool_call"&&e.status==="pending"?e:null}function _d(t){return t.entries.findLast(r=>r.type==="user_message"&&r.id!==Ie)?.id??null}function Cd({threadId:t,title:e,createdAt:r,status:o}){return t===null?null:{id:t,title:e,createdAt:r,status:o}}function Nt(t){let e=t.entries.findLast(r=>r.id===Ie);return e?.type==="user_message"?e:null}function Td(t){return t.parts.map(e=>e.text).join(`

`)}function fr(t,e){let{id:r,title:o,createdAt:n,status:a}=e;return{...t,threadId:r,title:o,createdAt:n,status:a}}function Gh(t,e){return e.type==="user_message"&&Nt(t)!==null?Rd(Kh(t),Ie,()=>e):{...mr(t,e),progress:null,progressIcon:null}}function Kh(t){let e=r=>r.type==="client_tool_call"&&r.status==="pending";return t.entries.some(e)?{...t,entries:t.entries.filter(r=>!e(r))}:t}function Vh(t,e,r,o){let n=t.noticeCount+1,a={type:"notice",id:`notice-${n}`,level:e,title:r,message:o};return{...mr(t,a),noticeCount:n}}function mr(t,e){let r=t.entries.findLastIndex(o=>o.id===e.id);return{...t,entries:r<0?[...t.entries,e]:Md(t,r,e)}}function Ad(t,e){return t.entries.some(r=>r.id===e)?{...t,entries:t.entries.filter(r=>r.id!==e)}:t}function Rd(t,e,r){let o=t.entries.findLastIndex(a=>a.id===e),n=t.entries[o];return n===void 0?t:{...t,entries:Md(t,o,r(n))}}function Md(t,e,r){let o=t.entries.slice();return o[e]=r,o}var Xh=50,Zh=30,Yh=10,jh=10;async function $t(t,e,r){let o=await Nd(t,e,r);return o.items.hasMore?za(o,await Xa(t,e,null,r)):za(o,{...o.items,after:null})}async function Od(t,e,r){return xd(await Nd(t,e,r))}async function Nd(t,e,r){let o=await t.ask({type:"threads.get_by_id",params:{thread_id:e}},r),n=cd(o);if(n===null)throw new G("InitialThreadLoadError","unreadable");return n}async function Xa(t,e,r,o){let n=await Ld(t,e,"desc",r,o);return{...n,data:n.data.toReversed()}}function $d(t,e,r,o){return Ld(t,e,"asc",r,o)}async function Ld(t,e,r,o,n){let a=[],s=o;for(let i=1;;i+=1){let l={thread_id:e,limit:Xh,order:r,...Pd(s)},d=ho(await t.ask({type:"items.list",params:l},n),Xe);a.push(...d.data);let c=d.hasMore&&d.after!==s;if(s=d.after,!c||a.length>=Yh||i>=jh)return{data:a,hasMore:c,after:s}}}async function Id(t,e,r){let o={limit:Zh,order:"desc",...Pd(e)};return ho(await t.ask({type:"threads.list",params:o},r),ur)}function Pd(t){return t===null?{}:{after:t}}var Jh=8,xo=class{#e={threads:[],more:!1,loading:!1,failure:null,removed:null};#t=null;#r=new AbortController;#o=null;#n=new Set;#a=new Set;#s;#i;constructor(e,r){this.#s=e,this.#i=r}get state(){return this.#e}async reload(){this.#r.abort(),await this.#m(null)}async readMore(){this.#e.more&&!this.#e.loading&&await this.#m(this.#t)}use(e){if(this.#a.has(e.id))return;let r=this.#e.threads.filter(({id:o})=>o!==e.id);this.#n.add(e.id),this.#h({threads:[e,...r]})}async rename(e,r){let o=this.#e.threads.find(({id:s})=>s===e),n=r.trim();if(o===void 0||n===""||n===o.title)return;let a={...o,title:n};this.#u(o,a);try{await this.#f({type:"threads.update",params:{thread_id:e,title:n}})}catch(s){this.#u(a,o),this.#b(s)}}remove(e){let r=this.#e.threads.findIndex(({id:s})=>s===e),o=this.#e.threads[r];if(o===void 0)return()=>{};this.#l();let n=setTimeout(()=>this.#l(),Jh*1e3),a={thread:o,index:r,timer:n};return this.#o=a,this.#a.add(e),this.#h({threads:this.#e.threads.toSpliced(r,1),removed:o}),()=>{this.#o===a&&this.undoRemoval()}}undoRemoval(){let e=this.#c();e!==null&&this.#p(e)}flush(){this.#l({keepalive:!0})}#l({keepalive:e=!1}={}){let r=this.#c();r!==null&&this.#d(r,e)}#c(){let e=this.#o;return e===null?null:(clearTimeout(e.timer),this.#o=null,this.#h({removed:null}),e)}async#d(e,r){try{await this.#f({type:"threads.delete",params:{thread_id:e.thread.id}},r)}catch(o){if(o instanceof G&&o.code==="missing")return;this.#p(e),this.#b(o)}}#p({thread:e,index:r}){this.#a.delete(e.id);let{threads:o}=this.#e;o.some(({id:n})=>n===e.id)||this.#h({threads:o.toSpliced(r,0,e)}),this.#n.add(e.id)}#u(e,r){let o=this.#e.threads.findIndex(({id:n,title:a})=>n===e.id&&a===e.title);o>=0&&this.#h({threads:this.#e.threads.with(o,r)}),this.#i.renamed(r)}async#f(e,r=!1){await(await this.#s()).ask(e,new AbortController().signal,{keepalive:r})}async#m(e){let r=new AbortController;this.#r=r,this.#h({loading:!0,failure:null});try{await this.#x(e,r.signal),r.signal.aborted||this.#h({loading:!1})}catch(o){if(r.signal.aborted)return;if(e!==null&&o instanceof G&&o.code==="missing")return this.#m(null);this.#h({loading:!1}),this.#b(o)}}async#x(e,r){let o=e;for(;;){let n=await Id(await this.#s(),o,r);if(r.aborted)return;let a=n.hasMore&&n.after!==o,s=this.#g(n.data,o===null);if(this.#t=n.after,o=n.after,this.#h({more:a}),s>0||!a)return}}#g(e,r){r&&(this.#n=new Set);let o=e.filter(({id:n})=>!this.#n.has(n)&&!this.#a.has(n)&&this.#n.add(n));return this.#h({threads:r?o:[...this.#e.threads,...o]}),o.length}#b(e){let o=(e instanceof G?e.renamed("HistoryViewError"):null)??new G("HistoryViewError","unreadable",{cause:e});this.#h({failure:o}),this.#i.failed(o)}#h(e){this.#e={...this.#e,...e},this.#i.changed()}};var bo=class{again=null;#e;#t;constructor(e,r){this.#e=e,this.#t=r}clear(){this.again=null,this.#e.set({failure:null})}show(e,r){this.again=r==="send"?null:r,this.#e.set({failure:{error:e,retry:r==="send"?"send":r===null?"none":"ask"}})}report(e,r){let o=e instanceof G?e:new G(r,"stream",{cause:e});return this.#t.event("chatkit.error",{error:o}),o}};var Dd={conversation:ht,phase:"idle",slow:!1,loadingEarlier:!1,loadingLater:!1,failure:null,feedback:new Map};var yo=class{#e=Dd;#t=[];#r;constructor(e){this.#r=e}get current(){if(this.#t.length>0){let e=this.#t;this.#t=[],this.#e={...this.#e,conversation:Va(this.#e.conversation,e)}}return this.#e}get phase(){return this.#e.phase}set(e){this.#e={...this.current,...e},this.#r()}update(e){this.#t.push(e),this.#r()}};var wo=class{#e;#t;#r=io("");constructor(e,r){this.#e=e,this.#t=r}get holdsMessage(){return Nt(this.#e.current.conversation)!==null}get text(){return Nt(this.#e.current.conversation)?.text??""}put(e){this.#r=e;let{conversation:r}=this.#e.current;this.#e.set({conversation:Ga(r,Vl(e)),failure:null})}moveTo(e){let r=Nt(this.#e.current.conversation);this.#e.set({conversation:r===null?e:Ga(e,r)})}handBack(){let{conversation:e}=this.#e.current,r=Nt(e);return r===null?!1:(this.#e.set({conversation:wd(e)}),this.#t.returned(r.text,this.#r),!0)}};var Qh={loading:"loadingEarlier",cursor:t=>t.earlier,read:Xa,add:Wa},eg={loading:"loadingLater",cursor:t=>t.later,read:$d,add:qa},vo=class{#e;#t;#r;constructor(e,r,o){this.#e=e,this.#t=r,this.#r=o}loadEarlier(){return this.#o(Qh)}loadLater(){return this.#o(eg)}async#o(e){let{conversation:r,[e.loading]:o}=this.#e.current,n=e.cursor(r);if(!(r.threadId===null||n===null||o)){this.#e.set({[e.loading]:!0});try{let a=await this.#t(),s=await e.read(a,r.threadId,n,new AbortController().signal),i=this.#e.current.conversation;i.threadId===r.threadId&&e.cursor(i)===n&&this.#e.set({conversation:e.add(i,s)})}catch(a){this.#r(a)}finally{this.#e.set({[e.loading]:!1})}}}};async function Fd(t,e,r){if(t===null)return Bd(new Error("No handler for client tool calls"),"unknown_tool");try{let o=Promise.resolve(t({name:e.name,params:e.arguments})),n=await Ze(o,r);return $(n)?n:{}}catch(o){if(r.aborted)throw o;return Bd(o,"tool_failed")}}function Bd(t,e){let r=$(t)?t:{};return{success:!1,error:{code:typeof r.code=="string"?r.code:e,message:typeof r.message=="string"?r.message:"The tool failed.",hint:typeof r.hint=="string"?r.hint:"",retryable:r.retryable===!0}}}var tg=25,rg=400,ko=class{onClientTool=null;#e;#t=!1;#r=()=>this.#c();#o=this.#r;constructor(e){this.#e=e}async run(e){let{failures:r,live:o}=this.#e;r.clear(),this.#t=!1,this.#r=()=>this.run(e),this.#o=()=>e.repeats===!0?this.run(e):this.#c(),await this.#e.work(async n=>{o.set({phase:"waiting",slow:!1});try{await this.#n(n),await this.#a(e,n)}catch(a){this.#s(e,a,n)}finally{o.set({phase:"idle",slow:!1,conversation:Ka(o.current.conversation)})}})}async answerAgain(e,r){let{live:o}=this.#e,n=o.current.conversation;await this.run({request:()=>(n=o.current.conversation,o.set({conversation:vd(n,r)}),Yl(e,r)),takeBack:()=>o.set({conversation:n})})}async#n(e){let{live:r,outbox:o}=this.#e,{threadId:n,later:a}=r.current.conversation;if(n===null||a===null)return;let s=await Ze(this.#e.client(),e);o.moveTo(await $t(s,n,e))}async#a(e,r){let o=e.request();for(let a=0;o!==null;a+=1){if(a>tg)throw new G("StreamError","rounds",{retryable:!1});await this.#i(o,r);let s=await this.#u(r);s!==null&&(this.#r=()=>this.run({request:()=>s})),o=s}if(e.takeBack!==void 0&&!this.#t||this.#e.outbox.holdsMessage)throw new G("StreamError","unreadable")}#s(e,r,o){let{failures:n,outbox:a}=this.#e;this.#t||e.takeBack?.();let s=a.handBack();if(o.aborted)return;let i=n.report(r,"StreamError");n.show(i,s?"send":i.retryable?this.#r:null)}async#i(e,r){let{live:o,listener:n}=this.#e;o.set({phase:"waiting",slow:!1});let a=setTimeout(()=>o.set({slow:!0}),rg),s=null;try{let i=await Ze(this.#e.client(),r);for await(let l of i.stream(e,r))clearTimeout(a),this.#l(l),s=this.#d(l)??s}finally{clearTimeout(a),o.current.phase==="streaming"&&n.event("chatkit.response.end",void 0)}if(s!==null)throw s}#l(e){let{live:r,listener:o}=this.#e;if(e.type!=="error"&&(this.#r=this.#o),e.type!=="error"&&!this.#t){this.#t=!0;let n=Cd(r.current.conversation);n!==null&&o.threadUsed(n)}r.phase!=="streaming"&&(r.set({phase:"streaming",slow:!1}),o.event("chatkit.response.start",void 0))}async#c(){let{conversation:e}=this.#e.live.current,r=_d(e);e.threadId===null||r===null||await this.answerAgain(e.threadId,r)}#d(e){let{live:r}=this.#e;if(e.type==="item_updated")r.update(e);else{if(e.type==="error")return new G("StreamError","stream",{sentence:e.message,retryable:e.allowRetry});{let o=r.current.conversation.threadId;r.set({conversation:Ed(r.current.conversation,e)}),this.#p(e,o)}}return null}#p(e,r){let{live:o,listener:n}=this.#e,{threadId:a}=o.current.conversation;a!==r&&n.event("chatkit.thread.change",{threadId:a}),e.type==="thread"&&n.threadUsed(e.thread),e.type==="effect"&&n.event("chatkit.effect",{name:e.name,data:e.data}),e.type==="item"&&e.finished&&e.item.type==="assistant_message"&&n.answered(Td(e.item))}async#u(e){let{live:r,failures:o}=this.#e,{conversation:n}=r.current,a=Sd(n);if(a===null||n.threadId===null)return null;r.set({phase:"tool",conversation:Ka(n)}),this.onClientTool===null&&o.report(new G("IntegrationError","options"),"IntegrationError");let s=await Fd(this.onClientTool,a,e);return r.set({conversation:kd(r.current.conversation,a.id)}),Zl(n.threadId,s)}};var Eo=class{#e;#t;#r;#o;#n;#a;#s;#i=()=>{};#l=null;#c=Promise.resolve();#d=new AbortController;#p=0;constructor(e){this.#s=new Promise(s=>{this.#i=s});let r=()=>this.client(),o=new yo(()=>e.changed()),n=new wo(o,e),a=new bo(o,e);this.#e=o,this.#t=e,this.#r=n,this.#o=a,this.#n=new vo(o,r,s=>a.report(s,"InitialThreadLoadError")),this.#a=new ko({live:o,listener:e,outbox:n,failures:a,client:r,work:s=>this.#x(s)})}get state(){return this.#e.current}get busy(){return this.#e.phase!=="idle"||this.#r.holdsMessage}get unsentText(){return this.#r.text}set onClientTool(e){this.#a.onClientTool=e}get#u(){return this.#e.current.conversation}set#u(e){this.#e.set({conversation:e})}connect(e){this.#l=e,this.#i(e)}async client(){let e=await this.#s;return this.#l??e}async send(e){if(Kl(e))return;let r=this.#e.phase==="loading"&&!this.#r.holdsMessage;if(this.busy&&!r)throw new G("IntegrationError","busy");this.#r.put(e),await this.#c,this.#r.holdsMessage&&await this.#a.run({request:()=>Xl(this.#u.threadId,e)})}async act(e,r,{streaming:o=!0}={}){o&&this.#f();let n=Jl(this.#m(),e,r);o?await this.#a.run({request:()=>({type:"threads.custom_action",params:n}),repeats:!0}):await this.#w(n)}async answerInput(e,r){this.#f();let o=this.#m();await this.#a.run({request:()=>jl(o,e,r)})}async sendFeedback(e,r){let o=this.#m(),n=this.state.feedback;this.#e.set({feedback:new Map([...n,...e.map(a=>[a,r])])});try{await(await this.client()).ask(Ql(o,e,r),new AbortController().signal)}catch(a){let s=new Map(this.state.feedback);for(let i of e)og(s,i,n.get(i));this.#e.set({feedback:s}),this.#o.report(a,"StreamError")}}async retryFrom(e){this.#f(),await this.#a.answerAgain(this.#m(),e)}async retry(){let{again:e}=this.#o;e!==null&&!this.busy&&await e()}async stop(){this.#d.abort(),await this.#c}async show(e){let r=this.#p+=1;await this.stop(),r===this.#p&&await this.open(e)}async open(e){this.#f(),this.#o.clear(),this.#u={...ht,threadId:e},this.#t.event("chatkit.thread.change",{threadId:e}),e!==null&&await this.#x(r=>this.#g(e,r))}async refresh(){this.#f();let{threadId:e,later:r}=this.#u;if(e===null||r!==null)return;let o=await $t(await this.client(),e,new AbortController().signal),n=this.#u;!this.busy&&n.threadId===e&&(this.#u=bd(n,o))}loadEarlier(){return this.#n.loadEarlier()}loadLater(){return this.#n.loadLater()}async jumpToStart(){this.#f();let{threadId:e,earlier:r}=this.#u;e!==null&&r!==null&&await this.#h(e,Od)}async jumpToNewest(){this.#f();let{threadId:e,later:r}=this.#u;e!==null&&r!==null&&await this.#h(e,$t)}retitle(e){e.id===this.#u.threadId&&(this.#u=fr(this.#u,e))}#f(){if(this.busy)throw new G("IntegrationError","busy")}#m(){let{threadId:e}=this.#u;if(e===null)throw new G("IntegrationError","options");return e}async#x(e){this.#d=new AbortController,this.#c=e(this.#d.signal),await this.#c}async#g(e,r){this.#e.set({phase:"loading"}),this.#t.event("chatkit.thread.load.start",{threadId:e});try{let o=await Ze(this.client(),r);this.#r.moveTo(await $t(o,e,r))}catch(o){this.#r.handBack(),r.aborted||this.#b(e,this.#o.report(o,"InitialThreadLoadError"))}finally{this.#e.set({phase:"idle"}),this.#t.event("chatkit.thread.load.end",{threadId:e})}}#b(e,r){if(r.code!=="missing"){this.#o.show(r,()=>this.open(e));return}this.#u=ht,this.#t.event("chatkit.thread.change",{threadId:null}),this.#o.show(r,null)}async#h(e,r){await this.#x(async o=>{this.#e.set({phase:"loading",failure:null});try{let n=await Ze(this.client(),o);this.#r.moveTo(await r(n,e,o))}catch(n){o.aborted||this.#o.report(n,"InitialThreadLoadError")}finally{this.#e.set({phase:"idle"})}})}async#w(e){try{let o=await(await this.client()).ask({type:"threads.sync_custom_action",params:e},new AbortController().signal),n=Xe(V(o).updated_item),a=this.#u.threadId===e.thread_id;n!==null&&a&&(this.#u=mr(this.#u,n))}catch(r){this.#o.show(this.#o.report(r,"WidgetItemError"),()=>(this.#o.clear(),this.#w(e)))}}};function og(t,e,r){r===void 0?t.delete(e):t.set(e,r)}var So=class{text="";reply=null;toolId=null;#e=new Map;#t=null;#r={};setOption(e){this.#r=e,this.toolId=this.tool?.id??null}get tools(){return this.#r.tools??[]}get models(){return this.#r.models??[]}get tool(){return this.tools.find(({id:e})=>e===this.toolId)??null}get model(){let e=this.models.filter(({disabled:o})=>o!==!0);return e.find(({id:o})=>o===this.#t)??e.find(o=>o.default===!0)??e[0]??null}chooseModel(e){this.#t=e}addTag({id:e,title:r,group:o,data:n={},interactive:a=!1}){let s=o===void 0?{}:{group:o};return this.#n({type:"input_tag",id:e,text:r,data:n,interactive:a,...s})}setContent(e){this.text=this.#o(e)}get message(){let{reply:e,tool:r,model:o}=this;return{content:ng(this.text.trim(),this.#e),...e===null?{}:{reply:e},...r===null?{}:{toolId:r.id},...o===null?{}:{model:o.id}}}clear(){this.tool?.persistent!==!0&&(this.toolId=null),this.text="",this.reply=null,this.#e=new Map}putBack(e){this.text=Za(e,this.text)}putBackMessage(e){lo(e)!==""&&this.putBack(this.#o(e.content)),this.reply??=e.reply??null,this.toolId??=this.tools.find(({id:r})=>r===e.toolId)?.id??null}#o(e){return e.map(r=>r.type==="input_text"?r.text:this.#n(r)).join("")}#n(e){let r=e.text.startsWith("@")?e.text:`@${e.text}`;return this.#e=new Map([...this.#e,[r,e]]),r}};function ng(t,e){let r=[...e.keys()].sort((a,s)=>s.length-a.length).map(ag);if(r.length===0)return[{type:"input_text",text:t}];let o=new RegExp(`(${r.join("|")})(?![\\p{L}\\p{N}])`,"u");return t.split(o).filter(a=>a!=="").map(a=>e.get(a)??{type:"input_text",text:a})}function Za(t,e){return[t,e].filter(r=>r!=="").join(`

`)}function ag(t){return t.replace(/[\\^$.*+?()[\]{}|/-]/gu,"\\$&")}var sg=new Set(["assistant_message","workflow","generated_image"]);function Ud(t,e,r){let{conversation:o,phase:n,slow:a}=t;return n==="tool"?r("element.progress.tool"):o.progress!==null?o.progress:n==="waiting"?a?r(ig(e)):"":n==="streaming"&&!sg.has(o.entries.at(-1)?.type)?"":null}function Hd(t,e,r){let n=e?.state==="failed"||e?.state==="stopped"?e.message||r("element.failure.stopped"):null;if(t.failure===null)return n===null?null:{sentence:n,hint:"",retry:!1};let{error:a,retry:s}=t.failure;return{sentence:a.sentence??n??r(`element.failure.${a.code}`),hint:s==="send"?r("element.failure.unsent"):a.hint,retry:s!=="none"}}function zd(t,e){let{type:r,reason:o}=t.conversation.status;return r==="active"?null:o??e(`element.${r}`)}function ig(t){return t?.state==="ready"?"element.progress.working":"element.progress.starting"}function Wd(t){return qd(t)}function qd({type:t,id:e,key:r,fields:o,children:n}){return{type:t,...e===null?{}:{id:e},...r===null?{}:{key:r},...o,...n.length===0?{}:{children:n.map(qd)}}}var _o=class{#e;#t;#r;constructor(e,r,o){this.#e=e,this.#t=r,this.#r=o}async act({itemId:e,action:r,handler:o,streaming:n,done:a}){try{o==="client"?await this.#o(e,r):await this.#e.act(r,e,{streaming:n}),a(this.#e.state.failure===null)}catch(s){a(!1),this.#r(s)}}async answer({itemId:e,input:r}){await this.#e.answerInput(e,r).catch(this.#r)}async feedback({itemIds:e,kind:r}){await this.#e.sendFeedback(e,r).catch(this.#r)}async retry({itemId:e}){await this.#e.retryFrom(e).catch(this.#r)}entity({source:e}){if(e.entity===null)return;let{id:r,icon:o,interactive:n,data:a}=e.entity;this.#t()?.entities?.onClick?.({id:r,title:e.title,interactive:n,data:lg(a),...o===null?{}:{icon:o},...e.group===null?{}:{group:e.group}})}async#o(e,{type:r,payload:o}){let n=this.#e.state.conversation.entries.find(({id:s})=>s===e);if(n?.type!=="widget")return;let a=o===null?{type:r}:{type:r,payload:o};await this.#t()?.widgets?.onAction?.(a,{id:e,widget:Wd(n.root)})}};function lg(t){return Object.fromEntries(Object.entries(t).filter(e=>typeof e[1]=="string"))}var Gd={"element.agent_asks":"{agent} asks:","element.agent_said":"{agent} said:","element.answer_again":"Answer again","element.attachments":"Attached files","element.closed":"This conversation is closed.","element.composer.label":"Message","element.composer.mention":"Mention something","element.composer.model":"Model: {model}","element.composer.remove_tool":"Remove {tool}","element.composer.send":"Send","element.composer.stop":"Stop the answer","element.composer.suggestions":"Suggestions","element.composer.tools":"Tools","element.composer.unquote":"Remove the quote","element.conversation":"Conversation","element.copied":"Copied","element.copy":"Copy","element.disclaimer.local":"{agent}. What you write stays on this computer.","element.earlier":"Show earlier messages","element.earlier.failed":"Earlier messages could not be read.","element.empty":"Nothing has been said here yet.","element.failure.attachments":"Files cannot be attached here.","element.failure.busy":"The last answer is still being written.","element.failure.deadline":"No answer came in time.","element.failure.missing":"That conversation is not here any more.","element.failure.network":"The conversation could not be reached.","element.failure.options":"This chat is not set up.","element.failure.refused":"The request was not accepted.","element.failure.rounds":"The agent kept asking for tools without coming to an end.","element.failure.stopped":"The part of the program that holds conversations is not running.","element.failure.stream":"The answer could not be completed.","element.failure.unreadable":"The answer could not be read.","element.failure.unsent":"Your message is back in the box below.","element.feedback.negative":"Not helpful","element.feedback.positive":"Helpful","element.greeting":"Hello. What would you like to try?","element.history.actions":"Actions for “{title}”","element.history.close":"Close the list","element.history.delete":"Delete","element.history.empty":"No conversations yet.","element.history.failed":"The list could not be read.","element.history.filter":"Search conversations","element.history.more":"Show more","element.history.new":"New conversation","element.history.new_title":"New name","element.history.none":"No conversation has that name.","element.history.not_all":"Only the conversations loaded so far were searched.","element.history.rename":"Rename","element.history.title":"Conversations","element.history.today":"Today","element.history.undated":"Older","element.history.untitled":"Untitled conversation","element.history.week":"Earlier this week","element.history.yesterday":"Yesterday","element.image":"Generated picture","element.image.missing":"The picture is not here.","element.image.open":"Open the picture in the browser","element.image.progress":"Making a picture","element.loading":"Loading…","element.locked":"This conversation is locked.","element.markdown.code":"Code","element.markdown.code_in":"Code: {language}","element.markdown.copied":"Copied","element.markdown.copy":"Copy","element.markdown.copy_failed":"Not copied","element.markdown.source":"Source {number}: {title}","element.markdown.task_done":"Done","element.markdown.task_open":"Not done","element.new_answer":"New answer","element.new_answers":"{count} new answers","element.notice.danger":"Problem:","element.notice.warning":"Warning:","element.progress.starting":"Starting…","element.progress.tool":"Waiting for this computer…","element.progress.working":"Working…","element.prompt.about.label":"What is this?","element.prompt.about.message":"What is this program?","element.prompt.dark.label":"Use dark mode","element.prompt.dark.message":"Use dark mode","element.prompt.file.label":"Open a file","element.prompt.file.message":"Open a file","element.prompt.private.label":"Is this private?","element.prompt.private.message":"Is this private?","element.questions.own":"Your own answer","element.questions.send":"Send answers","element.questions.skip":"Skip","element.questions.skipped":"Skipped","element.retry":"Retry","element.show_all":"Show all","element.show_less":"Show less","element.sources":"Sources","element.task.complete":"Done","element.task.file":"Read files","element.task.image":"Made a picture","element.task.loading":"Under way","element.task.queries":"Searched for","element.task.web_search":"Searched the web","element.thinking":"Thinking…","element.thought":"Thought","element.thought.for":"Thought for {duration}","element.to_end":"Go to the latest message","element.tool.asked":"Asked for: {tool}","element.tool.done":"Used: {tool}","element.tool.too_long":"The agent gave a tool more than it can take.","element.tool.unknown":"The agent asked for a tool that does not exist.","element.tools.asked":"Asked for {count} things of this computer","element.tools.done":"Used {count} things of this computer","element.undo.deleted":"Deleted “{title}”","element.undo.undo":"Undo","element.unknown_item":"Something that this version cannot show.","element.widget.button":"Button","element.widget.chart":"Chart","element.widget.day_form":"YYYY-MM-DD","element.widget.hide":"Hide details","element.widget.more":"Show {count} more","element.widget.nothing_chosen":"Nothing chosen","element.widget.password":"The agent that asks can read what you write here. Never give it a password that you use elsewhere.","element.widget.problem.choose":"Choose something.","element.widget.problem.date":"Write a complete date.","element.widget.problem.email":"Write an email address, like name@example.com.","element.widget.problem.form":"This is not in the form that is asked for.","element.widget.problem.missing":"Fill this in.","element.widget.problem.number":"Write a number.","element.widget.problem.range":"This is outside of what can be chosen.","element.widget.problem.tick":"Tick this to go on.","element.widget.problem.url":"Write a web address, like https://example.com.","element.widget.problems":"Not sent yet. Fields to look at: {count}.","element.widget.show":"Show details","element.widget.table":"Table","element.work":"What was done","element.you_said":"You said:"};function hr(t={}){return(e,r={})=>(t[e]??Gd[e]).replace(/\{(\w+)\}/g,(n,a)=>r[a]??n)}var cg=100,Kd=1500,ug="(max-width: 719px)",Co=class extends F{static properties={serverState:{attribute:!1}};options=null;words=hr();announcement="";problem=null;composer=new So;session;history;wishes;#e=matchMedia(ug);#t=()=>this.requestUpdate();#r=()=>this.history.flush();#o="";#n="";constructor(){super(),this.serverState=null,this.session=new Eo({changed:this.#t,event:(e,r)=>this.dispatchEvent(new CustomEvent(e,{detail:r})),returned:(e,r)=>this.changeComposer(()=>this.composer.putBackMessage(r)),answered:e=>this.#a(e),threadUsed:e=>this.history.use(e)}),this.history=new xo(()=>this.session.client(),{changed:this.#t,renamed:e=>this.session.retitle(e),failed:e=>this.emit("chatkit.error",{error:e})}),this.wishes=new _o(this.session,()=>this.options,e=>this.noteRefusal(e))}get draft(){return Za(this.session.unsentText,this.composer.text)}get threadId(){return this.session.state.conversation.threadId}connectedCallback(){super.connectedCallback(),this.#e.addEventListener("change",this.#t),addEventListener("pagehide",this.#r)}disconnectedCallback(){super.disconnectedCallback(),this.#e.removeEventListener("change",this.#t),removeEventListener("pagehide",this.#r),this.history.flush()}get narrow(){return this.#e.matches}changeComposer(e){let r=this.composer.toolId;e(),this.requestUpdate();let{toolId:o}=this.composer;o!==r&&this.emit("chatkit.tool.change",{toolId:o})}emit(e,r){this.dispatchEvent(new CustomEvent(e,{detail:r}))}noteRefusal(e){this.emit("chatkit.error",{error:e instanceof Error?e:new Error(String(e))})}unlessBusy(e){e.catch(r=>{if(r instanceof G)this.noteRefusal(r);else throw r})}async scheduleUpdate(){this.hasUpdated&&await pg(),await super.scheduleUpdate()}willUpdate(e){let{state:r}=this.session,o=this.problem?.sentence;this.problem=Hd(r,this.serverState,this.words),this.problem!==null&&this.problem.sentence!==o&&(this.announcement=this.problem.sentence),e.has("serverState")&&this.serverState?.state==="ready"&&r.failure?.retry==="ask"&&r.conversation.entries.length===0&&this.session.retry()}firstUpdated(){this.dispatchEvent(new CustomEvent("chatkit.ready",{bubbles:!0,composed:!0}))}updated(){this.#s()}#a(e){let r=e.length>Kd;this.announcement=r?`${e.slice(0,Kd)}…`:e,this.requestUpdate()}#s(){let{threadId:e,title:r}=this.session.state.conversation,o={busy:this.session.busy,threadId:e,title:r},n={text:this.draft,threadId:e};this.#o!==(this.#o=JSON.stringify(o))&&this.emit("agentnook.state",o),this.#n!==(this.#n=JSON.stringify(n))&&this.emit("agentnook.draft",n)}};function pg(){return new Promise(t=>{let e=setTimeout(t,cg);requestAnimationFrame(()=>{clearTimeout(e),t()})})}var fg=/^chatkit-link:\/\/([a-z0-9_.-]{1,64})\/?(?:\?([^#]{0,2000}))?(?:#.*)?$/i;function Vd(t){let[,e,r=""]=fg.exec(t)??[];return e===void 0?null:{name:e.toLowerCase(),data:Object.fromEntries(new URLSearchParams(r))}}var Xd={pill:[16,20],round:[12,16],soft:[8,12],sharp:[2,2]},Zd={compact:28,normal:32,spacious:40},Yd=[6,12,18,24],mg=14,hg=18,gg=/^(?:#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})|[a-z]{3,24}|(?:rgb|hsl|hwb|oklab|oklch)a?\([\w\s.,%/+-]{1,60}\))$/i;function xg(t){if(t===void 0)return{scheme:null,properties:{}};if(typeof t=="string")return{scheme:jd(t),properties:{}};let{radius:e,density:r,typography:o,color:n}=t;return{scheme:jd(t.colorScheme),properties:{...bg(e),...yg(r),...wg(o?.baseSize),...vg(n?.surface?.background,n?.surface?.foreground),...kg(n?.accent?.primary,n?.accent?.level)}}}function Ya(t){return typeof t=="string"&&gg.test(t)}function jd(t){return t==="light"||t==="dark"?t:null}function bg(t){if(t===void 0||!Object.hasOwn(Xd,t))return{};let[e,r]=Xd[t];return{"--radius":`${e}px`,"--radius-card":`${r}px`}}function yg(t){return t===void 0||!Object.hasOwn(Zd,t)?{}:{"--control":`${Zd[t]}px`}}function wg(t){if(t===void 0||!(t>=mg&&t<=hg))return{};let e=Math.round(t*1.6);return{"--text-size":`${t}px`,"--text-line":`${e}px`,"--label-size":`${t-2}px`}}function vg(t,e){return{...Ya(t)?{"--surface":t,"--raised":t}:{},...Ya(e)?{"--text":e}:{}}}function kg(t,e=1){return Ya(t)?{"--accent":t,"--accent-tint":`color-mix(in srgb, ${t} ${Yd[e]??Yd[1]}%, var(--surface))`,"--on-accent":`oklch(from ${t} clamp(0, (0.66 - l) * 1000, 1) 0 0)`}:{}}var To=class{#e;#t=[];constructor(e){this.#e=e}wear(e){let{scheme:r,properties:o}=xg(e);for(let n of this.#t)this.#e.style.removeProperty(n);for(let[n,a]of Object.entries(o))this.#e.style.setProperty(n,a);this.#t=Object.keys(o),r===null?delete this.#e.dataset.theme:this.#e.dataset.theme=r}};var Ao=class extends Co{historyOpen=!1;#e=new To(this);#t=null;constructor(){super(),this.addEventListener("click",e=>this.#s(e))}setOptions(e){let r=this.#r(e),o=this.options===null;this.options=e,this.words=hr(e.strings),this.session.onClientTool=e.onClientTool??null,this.session.connect(r),this.#e.wear(e.theme),this.changeComposer(()=>this.composer.setOption(e.composer??{})),o&&e.initialThread&&!this.session.busy&&this.session.open(e.initialThread)}async focusComposer(){await this.updateComplete,this.focusText()}async setThreadId(e){await this.session.open(e)}async showThread(e){await this.session.show(e)}async sendUserMessage(e){e.newThread===!0&&await this.session.open(null),await this.#o({content:lr(e),attachmentIds:e.attachments?.map(({id:r})=>r)??[],...e.reply===void 0?{}:{reply:e.reply},...e.toolChoice===void 0?{}:{toolId:e.toolChoice.id},...e.model===void 0?{}:{model:e.model}})}async setComposerValue(e){let{text:r,content:o,reply:n,attachments:a=[],files:s=[],selectedToolId:i,selectedModelId:l}=e;if(a.length+s.length>0)throw this.#i("element.failure.attachments");this.changeComposer(()=>{(r!==void 0||o!==void 0)&&this.composer.setContent(lr(e)),n!==void 0&&(this.composer.reply=n===""?null:n),i!==void 0&&(this.composer.toolId=i),l!==void 0&&this.composer.chooseModel(l)}),await this.updateComplete}putBack(e){this.changeComposer(()=>this.composer.putBack(e))}async fetchUpdates(){await this.session.refresh()}async sendCustomAction(e,r){await this.session.act({...e},r)}async showHistory(){if(!this.historyOpen){if(!this.withHistory)throw this.#i("element.failure.options");this.#a(!0),this.emit("chatkit.history.open",void 0),this.history.reload(),await this.updateComplete,this.focusHistory()}}async hideHistory(){if(!this.historyOpen)return;let e=document.hasFocus()&&this.shadowRoot?.activeElement?.closest("agentnook-history")!==null;this.#a(!1),this.emit("chatkit.history.close",void 0),await this.updateComplete,e&&this.focusText()}async stop(){await this.session.stop()}get withHistory(){return this.options?.history?.enabled!==!1}wordOfTag=e=>this.composer.addTag(e);async submit(){if(this.composer.text.trim()==="")return;this.emit("chatkit.log",{name:"composer.submit"});let{message:e}=this.composer;this.changeComposer(()=>this.composer.clear()),await this.#n(e)}async choosePrompt(e){this.emit("chatkit.log",{name:"start_screen.choose"});let r=this.#n(e);await this.focusComposer(),await r}async openFromHistory(e){this.unlessBusy(this.session.show(e)),this.narrow&&await this.hideHistory(),await this.focusComposer()}removeThread(e){this.history.remove(e),this.#t=e===this.threadId?e:null,this.#t!==null&&this.unlessBusy(this.session.show(null))}undoRemoval(){let e=this.history.state.removed?.id;if(e===void 0)return;this.history.undoRemoval(),e===this.#t&&this.threadId===null&&!this.session.busy&&this.unlessBusy(this.session.show(e)),this.focusAfterUndo(e)}async focusAfterUndo(e){await this.updateComplete,this.historyOpen?this.focusThreads(e):this.focusText()}searchFailed(e){this.emit("chatkit.error",{error:new G("EntitySearchError","unreadable",{cause:e})})}tryAgain(){this.emit("chatkit.log",{name:"retry"}),this.session.state.failure?.retry==="send"?this.submit():this.session.retry(),this.focusComposer()}#r({api:e,locale:r}){if(!("url"in e))throw this.#i("element.failure.options");let{url:o,fetch:n=(a,s)=>globalThis.fetch(a,s)}=e;return new go({url:o,fetch:n,locale:r??navigator.language})}async#o(e){this.announcement="",await this.session.send(e)}async#n(e){await this.#o(e).catch(()=>this.changeComposer(()=>this.composer.putBackMessage(e)))}#a(e){this.historyOpen=e,this.toggleAttribute("history",e),this.requestUpdate()}#s(e){let r=e.composedPath().find(n=>n instanceof HTMLAnchorElement),o=r===void 0?null:Vd(r.href);o!==null&&(e.preventDefault(),this.emit("chatkit.deeplink",o))}#i(e){let r=new G("IntegrationError","options",{sentence:this.words(e),retryable:!1});return this.emit("chatkit.error",{error:r}),r}};var{I:Eg}=ql,Jd=t=>t;var ec=t=>t.strings===void 0,Qd=()=>document.createComment(""),Lt=(t,e,r)=>{let o=t._$AA.parentNode,n=e===void 0?t._$AB:e._$AA;if(r===void 0){let a=o.insertBefore(Qd(),n),s=o.insertBefore(Qd(),n);r=new Eg(a,s,t,t.options)}else{let a=r._$AB.nextSibling,s=r._$AM,i=s!==t;if(i){let l;r._$AQ?.(t),r._$AM=t,r._$AP!==void 0&&(l=t._$AU)!==s._$AU&&r._$AP(l)}if(a!==n||i){let l=r._$AA;for(;l!==a;){let d=Jd(l).nextSibling;Jd(o).insertBefore(l,n),l=d}}}return r},Ye=(t,e,r=t)=>(t._$AI(e,r),t),Sg={},Ro=(t,e=Sg)=>t._$AH=e,tc=t=>t._$AH,Mo=t=>{t._$AR(),t._$AA.remove()};var rc=Ve(class extends Ne{constructor(t){if(super(t),t.type!==ze.PROPERTY&&t.type!==ze.ATTRIBUTE&&t.type!==ze.BOOLEAN_ATTRIBUTE)throw Error("The `live` directive is not allowed on child or event bindings");if(!ec(t))throw Error("`live` bindings can only contain a single expression")}render(t){return t}update(t,[e]){if(e===de||e===f)return e;let r=t.element,o=t.name;if(t.type===ze.PROPERTY){if(e===r[o])return de}else if(t.type===ze.BOOLEAN_ATTRIBUTE){if(!!e===r.hasAttribute(o))return de}else if(t.type===ze.ATTRIBUTE&&r.getAttribute(o)===e+"")return de;return Ro(t),e}});var ja=[["path",{d:"m9 6-6 6 6 6"}],["path",{d:"M3 12h14"}],["path",{d:"M21 19V5"}]];var Ja=[["path",{d:"M3 19V5"}],["path",{d:"m13 6-6 6 6 6"}],["path",{d:"M7 12h14"}]];var Oo=[["path",{d:"m12 19-7-7 7-7"}],["path",{d:"M19 12H5"}]];var Qa=[["path",{d:"M3 5v14"}],["path",{d:"M21 12H7"}],["path",{d:"m15 18 6-6-6-6"}]];var es=[["path",{d:"M17 12H3"}],["path",{d:"m11 18 6-6-6-6"}],["path",{d:"M21 5v14"}]];var ts=[["path",{d:"M5 12h14"}],["path",{d:"m12 5 7 7-7 7"}]];var rs=[["circle",{cx:"12",cy:"12",r:"1"}],["path",{d:"M20.2 20.2c2.04-2.03.02-7.36-4.5-11.9-4.54-4.52-9.87-6.54-11.9-4.5-2.04 2.03-.02 7.36 4.5 11.9 4.54 4.52 9.87 6.54 11.9 4.5Z"}],["path",{d:"M15.7 15.7c4.52-4.54 6.54-9.87 4.5-11.9-2.03-2.04-7.36-.02-11.9 4.5-4.52 4.54-6.54 9.87-4.5 11.9 2.03 2.04 7.36.02 11.9-4.5Z"}]];var No=[["path",{d:"m15.477 12.89 1.515 8.526a.5.5 0 0 1-.81.47l-3.58-2.687a1 1 0 0 0-1.197 0l-3.586 2.686a.5.5 0 0 1-.81-.469l1.514-8.526"}],["circle",{cx:"12",cy:"8",r:"6"}]];var os=[["path",{d:"M10.268 21a2 2 0 0 0 3.464 0"}],["path",{d:"M3.262 15.326A1 1 0 0 0 4 17h16a1 1 0 0 0 .74-1.673C19.41 13.956 18 12.499 18 8A6 6 0 0 0 6 8c0 4.499-1.411 5.956-2.738 7.326"}]];var $o=[["path",{d:"M10 2v7.751a.25.25 0 00.407.195l2.28-1.834a.5.5 0 01.627 0l2.28 1.834A.25.25 0 0016 9.751V2"}],["path",{d:"M4 19.5v-15A2.5 2.5 0 016.5 2H19a1 1 0 011 1v18a1 1 0 01-1 1H6.5a1 1 0 010-5H20"}]];var ns=[["path",{d:"M12 5v16"}],["path",{d:"M20.001 19A2 2 0 0022 17V5a2 2 0 00-1.999-2L16 3.002A5 5 0 0012 5a5 5 0 00-4-2H4a2 2 0 00-2 2v12a2 2 0 001.999 2H8a5 5 0 014 2 5 5 0 014-2z"}]];var Lo=[["path",{d:"M4 19.5v-15A2.5 2.5 0 0 1 6.5 2H19a1 1 0 0 1 1 1v18a1 1 0 0 1-1 1H6.5a1 1 0 0 1 0-5H20"}]];var as=[["path",{d:"M17 3a2 2 0 0 1 2 2v15a1 1 0 0 1-1.496.868l-4.512-2.578a2 2 0 0 0-1.984 0l-4.512 2.578A1 1 0 0 1 5 20V5a2 2 0 0 1 2-2z"}]];var Io=[["path",{d:"M12 8V4H8"}],["rect",{width:"16",height:"12",x:"4",y:"8",rx:"2"}],["path",{d:"M2 14h2"}],["path",{d:"M20 14h2"}],["path",{d:"M15 13v2"}],["path",{d:"M9 13v2"}]];var Po=[["path",{d:"M21 8a2 2 0 0 0-1-1.73l-7-4a2 2 0 0 0-2 0l-7 4A2 2 0 0 0 3 8v8a2 2 0 0 0 1 1.73l7 4a2 2 0 0 0 2 0l7-4A2 2 0 0 0 21 16Z"}],["path",{d:"m3.3 7 8.7 5 8.7-5"}],["path",{d:"M12 22V12"}]];var Do=[["path",{d:"M12 12h.01"}],["path",{d:"M16 6V4a2 2 0 0 0-2-2h-4a2 2 0 0 0-2 2v2"}],["path",{d:"M22 13a18.15 18.15 0 0 1-20 0"}],["rect",{width:"20",height:"14",x:"2",y:"6",rx:"2"}]];var ss=[["path",{d:"M12 20v-9"}],["path",{d:"M14 7a4 4 0 0 1 4 4v3a6 6 0 0 1-12 0v-3a4 4 0 0 1 4-4z"}],["path",{d:"M14.12 3.88 16 2"}],["path",{d:"M21 21a4 4 0 0 0-3.81-4"}],["path",{d:"M21 5a4 4 0 0 1-3.55 3.97"}],["path",{d:"M22 13h-4"}],["path",{d:"M3 21a4 4 0 0 1 3.81-4"}],["path",{d:"M3 5a4 4 0 0 0 3.55 3.97"}],["path",{d:"M6 13H2"}],["path",{d:"m8 2 1.88 1.88"}],["path",{d:"M9 7.13V6a3 3 0 1 1 6 0v1.13"}]];var is=[["path",{d:"M8 2v3"}],["path",{d:"M16 2v3"}],["rect",{x:"3",y:"3",width:"18",height:"18",rx:"2"}],["path",{d:"M3 9h18"}]];var gr=[["path",{d:"M3 3v16a2 2 0 0 0 2 2h16"}],["path",{d:"M18 17V9"}],["path",{d:"M13 17V5"}],["path",{d:"M8 17v-3"}]];var xr=[["path",{d:"M3 3v16a2 2 0 0 0 2 2h16"}],["path",{d:"m19 9-5 5-4-4-3 3"}]];var ls=[["path",{d:"M20 6 9 17l-5-5"}]];var Bo=[["path",{d:"m15 18-6-6 6-6"}]];var ds=[["path",{d:"m9 18 6-6-6-6"}]];var cs=[["path",{d:"m11 17-5-5 5-5"}],["path",{d:"m18 17-5-5 5-5"}]];var us=[["path",{d:"m6 17 5-5-5-5"}],["path",{d:"m13 17 5-5-5-5"}]];var Fo=[["circle",{cx:"12",cy:"12",r:"10"}],["line",{x1:"12",x2:"12",y1:"8",y2:"12"}],["line",{x1:"12",x2:"12.01",y1:"16",y2:"16"}]];var It=[["circle",{cx:"12",cy:"12",r:"10"}],["path",{d:"m16 9-5.5 5.5L8 12"}]];var Uo=[["circle",{cx:"12",cy:"12",r:"10"}],["path",{d:"M17 12h.01"}],["path",{d:"M12 12h.01"}],["path",{d:"M7 12h.01"}]];var br=[["circle",{cx:"12",cy:"12",r:"10"}],["path",{d:"M9.09 9a3 3 0 0 1 5.83 1c0 2-3 3-3 3"}],["path",{d:"M12 17h.01"}]];var Ho=[["circle",{cx:"12",cy:"12",r:"10"}],["circle",{cx:"12",cy:"10",r:"3"}],["path",{d:"M7 20.662V19a2 2 0 0 1 2-2h6a2 2 0 0 1 2 2v1.662"}]];var zo=[["circle",{cx:"12",cy:"12",r:"10"}]];var ps=[["circle",{cx:"12",cy:"12",r:"10"}],["path",{d:"M12 6v6l4 2"}]];var fs=[["path",{d:"M17.5 19H9a7 7 0 1 1 6.71-9h1.79a4.5 4.5 0 1 1 0 9Z"}]];var ms=[["path",{d:"m16 18 6-6-6-6"}],["path",{d:"m8 6-6 6 6 6"}]];var hs=[["circle",{cx:"12",cy:"12",r:"10"}],["path",{d:"m16.24 7.76-1.804 5.411a2 2 0 0 1-1.265 1.265L7.76 16.24l1.804-5.411a2 2 0 0 1 1.265-1.265z"}]];var gs=[["rect",{width:"14",height:"14",x:"8",y:"8",rx:"2",ry:"2"}],["path",{d:"M4 16c-1.1 0-2-.9-2-2V4c0-1.1.9-2 2-2h10c1.1 0 2 .9 2 2"}]];var xs=[["rect",{width:"20",height:"14",x:"2",y:"5",rx:"2"}],["line",{x1:"2",x2:"22",y1:"10",y2:"10"}],["path",{d:"M6 14h2"}]];var bs=[["ellipse",{cx:"12",cy:"5",rx:"9",ry:"3"}],["path",{d:"M3 5V19A9 3 0 0 0 21 19V5"}],["path",{d:"M3 12A9 3 0 0 0 21 12"}]];var ys=[["circle",{cx:"12",cy:"12",r:"1"}]];var ws=[["path",{d:"M12 15V3"}],["path",{d:"M21 15v4a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-4"}],["path",{d:"m7 10 5 5 5-5"}]];var Wo=[["circle",{cx:"12",cy:"12",r:"1"}],["circle",{cx:"12",cy:"5",r:"1"}],["circle",{cx:"12",cy:"19",r:"1"}]];var yr=[["circle",{cx:"12",cy:"12",r:"1"}],["circle",{cx:"19",cy:"12",r:"1"}],["circle",{cx:"5",cy:"12",r:"1"}]];var vs=[["path",{d:"M15 3h6v6"}],["path",{d:"M10 14 21 3"}],["path",{d:"M18 13v6a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2h6"}]];var ks=[["path",{d:"M2.062 12.348a1 1 0 0 1 0-.696 10.75 10.75 0 0 1 19.876 0 1 1 0 0 1 0 .696 10.75 10.75 0 0 1-19.876 0"}],["circle",{cx:"12",cy:"12",r:"3"}]];var qo=[["path",{d:"M6 22a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2h8a2.4 2.4 0 0 1 1.704.706l3.588 3.588A2.4 2.4 0 0 1 20 8v12a2 2 0 0 1-2 2z"}],["path",{d:"M14 2v5a1 1 0 0 0 1 1h5"}],["path",{d:"M10 9H8"}],["path",{d:"M16 13H8"}],["path",{d:"M16 17H8"}]];var Go=[["path",{d:"M6 22a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2h8a2.4 2.4 0 0 1 1.704.706l3.588 3.588A2.4 2.4 0 0 1 20 8v12a2 2 0 0 1-2 2z"}],["path",{d:"M14 2v5a1 1 0 0 0 1 1h5"}]];var Es=[["path",{d:"M4 22V4a1 1 0 0 1 .4-.8A6 6 0 0 1 8 2c3 0 5 2 7.333 2q2 0 3.067-.8A1 1 0 0 1 20 4v10a1 1 0 0 1-.4.8A6 6 0 0 1 16 16c-3 0-5-2-8-2a6 6 0 0 0-4 1.528"}]];var Ss=[["path",{d:"M14 2v6a2 2 0 0 0 .245.96l5.51 10.08A2 2 0 0 1 18 22H6a2 2 0 0 1-1.755-2.96l5.51-10.08A2 2 0 0 0 10 8V2"}],["path",{d:"M6.453 15h11.094"}],["path",{d:"M8.5 2h7"}]];var _s=[["path",{d:"M20 20a2 2 0 0 0 2-2V8a2 2 0 0 0-2-2h-7.9a2 2 0 0 1-1.69-.9L9.6 3.9A2 2 0 0 0 7.93 3H4a2 2 0 0 0-2 2v13a2 2 0 0 0 2 2Z"}]];var Cs=[["path",{d:"M12 7v14"}],["path",{d:"M20 11v8a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2v-8"}],["path",{d:"M7.5 7a1 1 0 0 1 0-5A4.8 8 0 0 1 12 7a4.8 8 0 0 1 4.5-5 1 1 0 0 1 0 5"}],["rect",{x:"3",y:"7",width:"18",height:"4",rx:"1"}]];var Ts=[["circle",{cx:"12",cy:"12",r:"10"}],["path",{d:"M12 2a14.5 14.5 0 0 0 0 20 14.5 14.5 0 0 0 0-20"}],["path",{d:"M2 12h20"}]];var As=[["path",{d:"M2 9.5a5.5 5.5 0 0 1 9.591-3.676.56.56 0 0 0 .818 0A5.49 5.49 0 0 1 22 9.5c0 2.29-1.5 4-3 5.5l-5.492 5.313a2 2 0 0 1-3 .019L5 15c-1.5-1.5-3-3.2-3-5.5"}]];var Pt=[["path",{d:"M15 21v-8a1 1 0 0 0-1-1h-4a1 1 0 0 0-1 1v8"}],["path",{d:"M3 10a2 2 0 0 1 .709-1.528l7-6a2 2 0 0 1 2.582 0l7 6A2 2 0 0 1 21 10v9a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2z"}]];var Rs=[["path",{d:"M13 19a4 4 0 00-8 0"}],["path",{d:"M16 10h2"}],["path",{d:"M16 14h2"}],["circle",{cx:"9",cy:"12",r:"3"}],["rect",{x:"2",y:"5",width:"20",height:"14",rx:"2"}]];var Ko=[["rect",{width:"18",height:"18",x:"3",y:"3",rx:"2",ry:"2"}],["circle",{cx:"9",cy:"9",r:"2"}],["path",{d:"m21 15-3.086-3.086a2 2 0 0 0-2.828 0L6 21"}]];var Ms=[["path",{d:"m22 11-1.296-1.296a2.4 2.4 0 0 0-3.408 0L11 16"}],["path",{d:"M4 8a2 2 0 0 0-2 2v10a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2"}],["circle",{cx:"13",cy:"7",r:"1",fill:"currentColor"}],["rect",{x:"8",y:"2",width:"14",height:"14",rx:"2"}]];var Os=[["circle",{cx:"12",cy:"12",r:"10"}],["path",{d:"M12 16v-4"}],["path",{d:"M12 8h.01"}]];var Vo=[["path",{d:"M2.586 17.414A2 2 0 0 0 2 18.828V21a1 1 0 0 0 1 1h3a1 1 0 0 0 1-1v-1a1 1 0 0 1 1-1h1a1 1 0 0 0 1-1v-1a1 1 0 0 1 1-1h.172a2 2 0 0 0 1.414-.586l.814-.814a6.5 6.5 0 1 0-4-4z"}],["circle",{cx:"16.5",cy:"7.5",r:".5",fill:"currentColor"}]];var wr=[["path",{d:"M12.83 2.18a2 2 0 0 0-1.66 0L2.6 6.08a1 1 0 0 0 0 1.83l8.58 3.91a2 2 0 0 0 1.66 0l8.58-3.9a1 1 0 0 0 0-1.83z"}],["path",{d:"M2 12a1 1 0 0 0 .58.91l8.6 3.91a2 2 0 0 0 1.65 0l8.58-3.9A1 1 0 0 0 22 12"}],["path",{d:"M2 17a1 1 0 0 0 .58.91l8.6 3.91a2 2 0 0 0 1.65 0l8.58-3.9A1 1 0 0 0 22 17"}]];var Ns=[["rect",{width:"7",height:"7",x:"3",y:"3",rx:"1"}],["rect",{width:"7",height:"7",x:"14",y:"3",rx:"1"}],["rect",{width:"7",height:"7",x:"14",y:"14",rx:"1"}],["rect",{width:"7",height:"7",x:"3",y:"14",rx:"1"}]];var Xo=[["circle",{cx:"12",cy:"12",r:"10"}],["path",{d:"m4.93 4.93 4.24 4.24"}],["path",{d:"m14.83 9.17 4.24-4.24"}],["path",{d:"m14.83 14.83 4.24 4.24"}],["path",{d:"m9.17 14.83-4.24 4.24"}],["circle",{cx:"12",cy:"12",r:"4"}]];var $s=[["path",{d:"M15 14c.2-1 .7-1.7 1.5-2.5 1-.9 1.5-2.2 1.5-3.5A6 6 0 0 0 6 8c0 1 .2 2.2 1.5 3.5.7.7 1.3 1.5 1.5 2.5"}],["path",{d:"M9 18h6"}],["path",{d:"M10 22h4"}]];var Ls=[["path",{d:"M10 13a5 5 0 0 0 7.54.54l3-3a5 5 0 0 0-7.07-7.07l-1.72 1.71"}],["path",{d:"M14 11a5 5 0 0 0-7.54-.54l-3 3a5 5 0 0 0 7.07 7.07l1.71-1.71"}]];var Is=[["path",{d:"M3 5h.01"}],["path",{d:"M3 12h.01"}],["path",{d:"M3 19h.01"}],["path",{d:"M8 5h13"}],["path",{d:"M8 12h13"}],["path",{d:"M8 19h13"}]];var Ps=[["rect",{width:"18",height:"11",x:"3",y:"11",rx:"2",ry:"2"}],["path",{d:"M7 11V7a5 5 0 0 1 10 0v4"}]];var Ds=[["path",{d:"m22 7-8.991 5.727a2 2 0 0 1-2.009 0L2 7"}],["rect",{x:"2",y:"4",width:"20",height:"16",rx:"2"}]];var Bs=[["path",{d:"M20 10c0 4.993-5.539 10.193-7.399 11.799a1 1 0 0 1-1.202 0C9.539 20.193 4 14.993 4 10a8 8 0 0 1 16 0"}],["circle",{cx:"12",cy:"10",r:"3"}]];var Zo=[["path",{d:"M14.106 5.553a2 2 0 0 0 1.788 0l3.659-1.83A1 1 0 0 1 21 4.619v12.764a1 1 0 0 1-.553.894l-4.553 2.277a2 2 0 0 1-1.788 0l-4.212-2.106a2 2 0 0 0-1.788 0l-3.659 1.83A1 1 0 0 1 3 19.381V6.618a1 1 0 0 1 .553-.894l4.553-2.277a2 2 0 0 1 1.788 0z"}],["path",{d:"M15 5.764v15"}],["path",{d:"M9 3.236v15"}]];var Yo=[["path",{d:"M15 3h6v6"}],["path",{d:"m21 3-7 7"}],["path",{d:"m3 21 7-7"}],["path",{d:"M9 21H3v-6"}]];var jo=[["path",{d:"M4 5h16"}],["path",{d:"M4 12h16"}],["path",{d:"M4 19h16"}]];var Fs=[["path",{d:"M10.1 2.182a10 10 0 0 1 3.8 0"}],["path",{d:"M13.9 21.818a10 10 0 0 1-3.8 0"}],["path",{d:"M17.609 3.72a10 10 0 0 1 2.69 2.7"}],["path",{d:"M2.182 13.9a10 10 0 0 1 0-3.8"}],["path",{d:"M20.28 17.61a10 10 0 0 1-2.7 2.69"}],["path",{d:"M21.818 10.1a10 10 0 0 1 0 3.8"}],["path",{d:"M3.721 6.391a10 10 0 0 1 2.7-2.69"}],["path",{d:"m6.163 21.117-2.906.85a1 1 0 0 1-1.236-1.169l.965-2.98"}]];var Us=[["path",{d:"M2.992 16.342a2 2 0 0 1 .094 1.167l-1.065 3.29a1 1 0 0 0 1.236 1.168l3.413-.998a2 2 0 0 1 1.099.092 10 10 0 1 0-4.777-4.719"}]];var Jo=[["path",{d:"m14 10 7-7"}],["path",{d:"M20 10h-6V4"}],["path",{d:"m3 21 7-7"}],["path",{d:"M4 14h6v6"}]];var Qo=[["rect",{width:"20",height:"14",x:"2",y:"3",rx:"2"}],["line",{x1:"8",x2:"16",y1:"21",y2:"21"}],["line",{x1:"12",x2:"12",y1:"17",y2:"21"}]];var en=[["path",{d:"M20.985 12.486a9 9 0 1 1-9.473-9.472c.405-.022.617.46.402.803a6 6 0 0 0 8.268 8.268c.344-.215.825-.004.803.401"}]];var Hs=[["path",{d:"M13.4 2H6a2 2 0 0 0-2 2v16a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-7.4"}],["path",{d:"M2 6h4"}],["path",{d:"M2 10h4"}],["path",{d:"M2 14h4"}],["path",{d:"M2 18h4"}],["path",{d:"M21.378 5.626a1 1 0 1 0-3.004-3.004l-5.01 5.012a2 2 0 0 0-.506.854l-.837 2.87a.5.5 0 0 0 .62.62l2.87-.837a2 2 0 0 0 .854-.506z"}]];var zs=[["path",{d:"M2 6h4"}],["path",{d:"M2 10h4"}],["path",{d:"M2 14h4"}],["path",{d:"M2 18h4"}],["rect",{width:"16",height:"20",x:"4",y:"2",rx:"2"}],["path",{d:"M16 2v20"}]];var Ws=[["path",{d:"M11 21.73a2 2 0 0 0 2 0l7-4A2 2 0 0 0 21 16V8a2 2 0 0 0-1-1.73l-7-4a2 2 0 0 0-2 0l-7 4A2 2 0 0 0 3 8v8a2 2 0 0 0 1 1.73z"}],["path",{d:"M12 22V12"}],["polyline",{points:"3.29 7 12 12 20.71 7"}],["path",{d:"m7.5 4.27 9 5.15"}]];var tn=[["rect",{width:"18",height:"18",x:"3",y:"3",rx:"2"}],["path",{d:"M9 3v18"}],["path",{d:"m16 15-3-3 3-3"}]];var vr=[["rect",{width:"18",height:"18",x:"3",y:"3",rx:"2"}],["path",{d:"M9 14v1"}],["path",{d:"M9 19v2"}],["path",{d:"M9 3v2"}],["path",{d:"M9 9v1"}]];var kr=[["rect",{width:"18",height:"18",x:"3",y:"3",rx:"2"}],["path",{d:"M9 3v18"}],["path",{d:"m14 9 3 3-3 3"}]];var qs=[["rect",{width:"18",height:"18",x:"3",y:"3",rx:"2"}],["path",{d:"M15 3v18"}],["path",{d:"m8 9 3 3-3 3"}]];var rn=[["rect",{width:"18",height:"18",x:"3",y:"3",rx:"2"}],["path",{d:"M9 3v18"}]];var Er=[["rect",{width:"18",height:"18",x:"3",y:"3",rx:"2"}],["path",{d:"M15 14v1"}],["path",{d:"M15 19v2"}],["path",{d:"M15 3v2"}],["path",{d:"M15 9v1"}]];var on=[["rect",{width:"18",height:"18",x:"3",y:"3",rx:"2"}],["path",{d:"M15 3v18"}],["path",{d:"m10 15-3-3 3-3"}]];var Gs=[["rect",{width:"18",height:"18",x:"3",y:"3",rx:"2"}],["path",{d:"M15 3v18"}]];var Ks=[["path",{d:"m16 6-8.414 8.586a2 2 0 0 0 2.829 2.829l8.414-8.586a4 4 0 1 0-5.657-5.657l-8.379 8.551a6 6 0 1 0 8.485 8.485l8.379-8.551"}]];var Vs=[["path",{d:"M5.8 11.3 2 22l10.7-3.79"}],["path",{d:"M4 3h.01"}],["path",{d:"M22 8h.01"}],["path",{d:"M15 2h.01"}],["path",{d:"M22 20h.01"}],["path",{d:"m22 2-2.24.75a2.9 2.9 0 0 0-1.96 3.12c.1.86-.57 1.63-1.45 1.63h-.38c-.86 0-1.6.6-1.76 1.44L14 10"}],["path",{d:"m22 13-.82-.33c-.86-.34-1.82.2-1.98 1.11c-.11.7-.72 1.22-1.43 1.22H17"}],["path",{d:"m11 2 .33.82c.34.86-.2 1.82-1.11 1.98C9.52 4.9 9 5.52 9 6.23V7"}],["path",{d:"M11 13c1.93 1.93 2.83 4.17 2 5-.83.83-3.07-.07-5-2-1.93-1.93-2.83-4.17-2-5 .83-.83 3.07.07 5 2Z"}]];var Xs=[["path",{d:"M13 21h8"}],["path",{d:"m15 5 4 4"}],["path",{d:"M21.174 6.812a1 1 0 0 0-3.986-3.987L3.842 16.174a2 2 0 0 0-.5.83l-1.321 4.352a.5.5 0 0 0 .623.622l4.353-1.32a2 2 0 0 0 .83-.497z"}]];var nn=[["path",{d:"M21.174 6.812a1 1 0 0 0-3.986-3.987L3.842 16.174a2 2 0 0 0-.5.83l-1.321 4.352a.5.5 0 0 0 .623.622l4.353-1.32a2 2 0 0 0 .83-.497z"}],["path",{d:"m15 5 4 4"}]];var Zs=[["path",{d:"M13.832 16.568a1 1 0 0 0 1.213-.303l.355-.465A2 2 0 0 1 17 15h3a2 2 0 0 1 2 2v3a2 2 0 0 1-2 2A18 18 0 0 1 2 4a2 2 0 0 1 2-2h3a2 2 0 0 1 2 2v3a2 2 0 0 1-.8 1.6l-.468.351a1 1 0 0 0-.292 1.233 14 14 0 0 0 6.392 6.384"}]];var Ys=[["path",{d:"M17.8 19.2 16 11l3.5-3.5C21 6 21.5 4 21 3c-1-.5-3 0-4.5 1.5L13 8 4.8 6.2c-.5-.1-.9.1-1.1.5l-.3.5c-.2.5-.1 1 .3 1.3L9 12l-2 3H4l-1 1 3 2 2 3 1-1v-3l3-2 3.5 5.3c.3.4.8.5 1.3.3l.5-.2c.4-.3.6-.7.5-1.2z"}]];var js=[["path",{d:"M5 5a2 2 0 0 1 3.008-1.728l11.997 6.998a2 2 0 0 1 .003 3.458l-12 7A2 2 0 0 1 5 19z"}]];var Js=[["path",{d:"M5 12h14"}],["path",{d:"M12 5v14"}]];var an=[["path",{d:"M3 12a9 9 0 1 0 9-9 9.75 9.75 0 0 0-6.74 2.74L3 8"}],["path",{d:"M3 3v5h5"}],["path",{d:"M12 7v5l4 2"}]];var sn=[["path",{d:"M21 12a9 9 0 1 1-9-9c2.52 0 4.93 1 6.74 2.74L21 8"}],["path",{d:"M21 3v5h-5"}]];var Qs=[["path",{d:"m21 21-4.34-4.34"}],["circle",{cx:"11",cy:"11",r:"8"}]];var ei=[["path",{d:"M14.536 21.686a.5.5 0 0 0 .937-.024l6.5-19a.496.496 0 0 0-.635-.635l-19 6.5a.5.5 0 0 0-.024.937l7.93 3.18a2 2 0 0 1 1.112 1.11z"}],["path",{d:"m21.854 2.147-10.94 10.939"}]];var ln=[["path",{d:"M9.671 4.136a2.34 2.34 0 0 1 4.659 0 2.34 2.34 0 0 0 3.319 1.915 2.34 2.34 0 0 1 2.33 4.033 2.34 2.34 0 0 0 0 3.831 2.34 2.34 0 0 1-2.33 4.033 2.34 2.34 0 0 0-3.319 1.915 2.34 2.34 0 0 1-4.659 0 2.34 2.34 0 0 0-3.32-1.915 2.34 2.34 0 0 1-2.33-4.033 2.34 2.34 0 0 0 0-3.831A2.34 2.34 0 0 1 6.35 6.051a2.34 2.34 0 0 0 3.319-1.915"}],["circle",{cx:"12",cy:"12",r:"3"}]];var ti=[["circle",{cx:"18",cy:"5",r:"3"}],["circle",{cx:"6",cy:"12",r:"3"}],["circle",{cx:"18",cy:"19",r:"3"}],["line",{x1:"8.59",x2:"15.42",y1:"13.51",y2:"17.49"}],["line",{x1:"15.41",x2:"8.59",y1:"6.51",y2:"10.49"}]];var ri=[["path",{d:"M20 13c0 5-3.5 7.5-7.66 8.95a1 1 0 0 1-.67-.01C7.5 20.5 4 18 4 13V6a1 1 0 0 1 1-1c2 0 4.5-1.2 6.24-2.72a1.17 1.17 0 0 1 1.52 0C14.51 3.81 17 5 19 5a1 1 0 0 1 1 1z"}]];var oi=[["path",{d:"m2.05 2.05 1.099-.028a1 1 0 0 1 1.008.815l2.69 14.347A1 1 0 0 0 7.83 18H18"}],["path",{d:"M4.563 5h16.435a1 1 0 0 1 .981 1.204l-1.026 6.226A2 2 0 0 1 18.962 14H6.25"}],["circle",{cx:"18",cy:"20",r:"2"}],["circle",{cx:"8",cy:"20",r:"2"}]];var ni=[["path",{d:"M10 5H3"}],["path",{d:"M12 19H3"}],["path",{d:"M14 3v4"}],["path",{d:"M16 17v4"}],["path",{d:"M21 12h-9"}],["path",{d:"M21 19h-5"}],["path",{d:"M21 5h-7"}],["path",{d:"M8 10v4"}],["path",{d:"M8 12H3"}]];var dn=[["rect",{width:"14",height:"20",x:"5",y:"2",rx:"2",ry:"2"}],["path",{d:"M12 18h.01"}]];var ai=[["path",{d:"M11.017 2.814a1 1 0 0 1 1.966 0l1.051 5.558a2 2 0 0 0 1.594 1.594l5.558 1.051a1 1 0 0 1 0 1.966l-5.558 1.051a2 2 0 0 0-1.594 1.594l-1.051 5.558a1 1 0 0 1-1.966 0l-1.051-5.558a2 2 0 0 0-1.594-1.594l-5.558-1.051a1 1 0 0 1 0-1.966l5.558-1.051a2 2 0 0 0 1.594-1.594z"}]];var Sr=[["path",{d:"M11.017 2.814a1 1 0 0 1 1.966 0l1.051 5.558a2 2 0 0 0 1.594 1.594l5.558 1.051a1 1 0 0 1 0 1.966l-5.558 1.051a2 2 0 0 0-1.594 1.594l-1.051 5.558a1 1 0 0 1-1.966 0l-1.051-5.558a2 2 0 0 0-1.594-1.594l-5.558-1.051a1 1 0 0 1 0-1.966l5.558-1.051a2 2 0 0 0 1.594-1.594z"}],["path",{d:"M20 2v4"}],["path",{d:"M22 4h-4"}],["circle",{cx:"4",cy:"20",r:"2"}]];var cn=[["path",{d:"m10 9-3 3 3 3"}],["path",{d:"m14 15 3-3-3-3"}],["rect",{x:"3",y:"3",width:"18",height:"18",rx:"2"}]];var un=[["rect",{width:"18",height:"18",x:"3",y:"3",rx:"2"}],["path",{d:"M7 8h10"}],["path",{d:"M7 12h10"}],["path",{d:"M7 16h10"}]];var gt=[["path",{d:"M12 3H5a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h14a2 2 0 0 0 2-2v-7"}],["path",{d:"M18.375 2.625a1 1 0 0 1 3 3l-9.013 9.014a2 2 0 0 1-.853.505l-2.873.84a.5.5 0 0 1-.62-.62l.84-2.873a2 2 0 0 1 .506-.852z"}]];var pn=[["path",{d:"M11.525 2.295a.53.53 0 0 1 .95 0l2.31 4.679a2.123 2.123 0 0 0 1.595 1.16l5.166.756a.53.53 0 0 1 .294.904l-3.736 3.638a2.123 2.123 0 0 0-.611 1.878l.882 5.14a.53.53 0 0 1-.771.56l-4.618-2.428a2.122 2.122 0 0 0-1.973 0L6.396 21.01a.53.53 0 0 1-.77-.56l.881-5.139a2.122 2.122 0 0 0-.611-1.879L2.16 9.795a.53.53 0 0 1 .294-.906l5.165-.755a2.122 2.122 0 0 0 1.597-1.16z"}]];var fn=[["circle",{cx:"12",cy:"12",r:"4"}],["path",{d:"M12 2v2"}],["path",{d:"M12 20v2"}],["path",{d:"m4.93 4.93 1.41 1.41"}],["path",{d:"m17.66 17.66 1.41 1.41"}],["path",{d:"M2 12h2"}],["path",{d:"M20 12h2"}],["path",{d:"m6.34 17.66-1.41 1.41"}],["path",{d:"m19.07 4.93-1.41 1.41"}]];var mn=[["path",{d:"M12.586 2.586A2 2 0 0 0 11.172 2H4a2 2 0 0 0-2 2v7.172a2 2 0 0 0 .586 1.414l8.704 8.704a2.426 2.426 0 0 0 3.42 0l6.58-6.58a2.426 2.426 0 0 0 0-3.42z"}],["circle",{cx:"7.5",cy:"7.5",r:".5",fill:"currentColor"}]];var si=[["path",{d:"M12 19h8"}],["path",{d:"m4 17 6-6-6-6"}]];var _r=[["path",{d:"M21 5H3"}],["path",{d:"M15 12H3"}],["path",{d:"M17 19H3"}]];var hn=[["path",{d:"M10 11v6"}],["path",{d:"M14 11v6"}],["path",{d:"M19 6v14a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V6"}],["path",{d:"M3 6h18"}],["path",{d:"M8 6V4a2 2 0 0 1 2-2h4a2 2 0 0 1 2 2v2"}]];var gn=[["path",{d:"m21.73 18-8-14a2 2 0 0 0-3.48 0l-8 14A2 2 0 0 0 4 21h16a2 2 0 0 0 1.73-3"}],["path",{d:"M12 9v4"}],["path",{d:"M12 17h.01"}]];var ii=[["path",{d:"M12 3v12"}],["path",{d:"m17 8-5-5-5 5"}],["path",{d:"M21 15v4a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-4"}]];var li=[["path",{d:"M19 21v-2a4 4 0 0 0-4-4H9a4 4 0 0 0-4 4v2"}],["circle",{cx:"12",cy:"7",r:"4"}]];var di=[["path",{d:"M16 21v-2a4 4 0 0 0-4-4H6a4 4 0 0 0-4 4v2"}],["path",{d:"M16 3.128a4 4 0 0 1 0 7.744"}],["path",{d:"M22 21v-2a4 4 0 0 0-3-3.87"}],["circle",{cx:"9",cy:"7",r:"4"}]];var ci=[["path",{d:"M14.7 6.3a1 1 0 0 0 0 1.4l1.6 1.6a1 1 0 0 0 1.4 0l3.106-3.105c.32-.322.863-.22.983.218a6 6 0 0 1-8.259 7.057l-7.91 7.91a1 1 0 0 1-2.999-3l7.91-7.91a6 6 0 0 1 7.057-8.259c.438.12.54.662.219.984z"}]];var xn=[["path",{d:"M18 6 6 18"}],["path",{d:"m6 6 12 12"}]];var bn=[["path",{d:"M15.914 4a1.5 1.5 0 00-2.474-1.561l-9 9A1.5 1.5 0 005.5 14h4.002a.5.5 0 01.471.666L8.086 20a1.5 1.5 0 002.475 1.56l9-9A1.5 1.5 0 0018.5 10h-3.997a.5.5 0 01-.472-.667z"}]];var oc=new Set(["check-circle-filled","star-filled","dot"]),ui={agent:Io,analytics:xr,atom:rs,"back-large":Oo,"back-small":Bo,batch:wr,bolt:bn,"book-clock":$o,"book-closed":Lo,"book-open":ns,bug:ss,calendar:is,chart:gr,"chat-temporary":Fs,check:ls,"check-circle":It,"check-circle-filled":It,"chevron-left":Bo,"chevron-right":ds,"circle-question":br,clock:ps,close:xn,"collapse-large":Jo,"collapse-left":Ja,"collapse-right":es,"collapse-small":Jo,compass:hs,compose:gt,confetti:Vs,cube:Po,"dark-mode":en,desktop:Qo,document:qo,dot:ys,"dots-horizontal":yr,"dots-horizontal-circle":Uo,"dots-vertical":Wo,"dots-vertical-circle":Uo,"double-chevron-left":cs,"double-chevron-right":us,"empty-circle":zo,"expand-large":Yo,"expand-small":Yo,"external-link":vs,globe:Ts,grid:Ns,hamburger:jo,history:an,home:Pt,"home-alt":Pt,images:Ms,info:Os,keys:Vo,lab:Ss,lifesaver:Xo,"light-mode":fn,lightbulb:$s,mail:Ds,"map-pin":Bs,maps:Zo,menu:jo,"menu-inverted":_r,mobile:dn,name:mn,notebook:zs,"notebook-pencil":Hs,"open-left":ja,"open-right":Qa,"page-blank":Go,phone:Zs,play:js,plus:Js,profile:Ho,"profile-card":Rs,reload:sn,search:Qs,"settings-cog":ln,"settings-slider":ni,share:ti,"sidebar-collapse-left":tn,"sidebar-collapse-right":qs,"sidebar-floating-left":vr,"sidebar-floating-open-left":vr,"sidebar-floating-open-right":Er,"sidebar-floating-right":Er,"sidebar-left":rn,"sidebar-open-left":kr,"sidebar-open-left-alt":kr,"sidebar-open-right":on,"sidebar-open-right-alt":on,"sidebar-right":Gs,sparkle:ai,"sparkle-double":Sr,"square-code":cn,"square-image":Ko,"square-text":un,star:pn,"star-filled":pn,suitcase:Do,user:li,wreath:No,write:gt,"write-alt":nn,"write-alt2":Xs},nc={"arrow-left":Oo,"arrow-right":ts,award:No,bell:os,book:Lo,bookmark:as,bot:Io,box:Po,briefcase:Do,"chart-column":gr,"chart-line":xr,circle:zo,"circle-alert":Fo,"circle-check":It,cloud:fs,code:ms,copy:gs,"credit-card":xs,database:bs,download:ws,ellipsis:yr,eye:ks,file:Go,"file-text":qo,flag:Es,folder:_s,gift:Cs,heart:As,house:Pt,image:Ko,key:Vo,layers:wr,"life-buoy":Xo,link:Ls,list:Is,lock:Ps,map:Zo,"message-circle":Us,monitor:Qo,moon:en,package:Ws,paperclip:Ks,pencil:nn,plane:Ys,"rotate-cw":sn,send:ei,settings:ln,shield:ri,"shopping-cart":oi,smartphone:dn,sparkles:Sr,sun:fn,tag:mn,terminal:si,"trash-2":hn,"triangle-alert":gn,upload:ii,users:di,wrench:ci,x:xn,zap:bn};var pi="lucide:";function te(t,e=18){let r=Cg(t);return r&&Tg(r,e,oc.has(t))}function Cg(t){let[e,r]=t.startsWith(pi)?[nc,t.slice(pi.length)]:[ui,t];return ac(e,r)??(t.startsWith(pi)?ac(ui,r):null)}function ac(t,e){return Object.hasOwn(t,e)?t[e]??null:null}function Tg(t,e,r){return u`<svg
    viewBox="0 0 24 24"
    width=${e}
    height=${e}
    fill=${r?"currentColor":"none"}
    stroke="currentColor"
    stroke-width="1.75"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    ${t.map(([o,n],a)=>Ag(o,n,r&&a>0))}
  </svg>`}function Ag(t,e,r){switch(t){case"path":return B`<path d=${e.d} stroke=${r?"var(--raised)":f} fill=${r?"none":f} />`;case"circle":return B`<circle cx=${e.cx} cy=${e.cy} r=${e.r} />`;case"rect":return B`<rect
        x=${e.x} y=${e.y} width=${e.width} height=${e.height} rx=${e.rx??f}
      />`;case"line":return B`<line x1=${e.x1} y1=${e.y1} x2=${e.x2} y2=${e.y2} />`;case"ellipse":return B`<ellipse cx=${e.cx} cy=${e.cy} rx=${e.rx} ry=${e.ry} />`;case"polyline":return B`<polyline points=${e.points} />`;case"polygon":return B`<polygon points=${e.points} />`;default:return f}}function Z(t){return u`<svg
    viewBox="0 0 24 24"
    width="18"
    height="18"
    fill="none"
    stroke="currentColor"
    stroke-width="1.75"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    ${t}
  </svg>`}var sc=Z(B`<path d="M12 19.5v-15M5.5 11 12 4.5l6.5 6.5" />`),ic=Z(B`<path d="M12 4.5v15M5.5 13l6.5 6.5 6.5-6.5" />`),lc=Z(B`<rect x="6.5" y="6.5" width="11" height="11" rx="2" fill="currentColor" />`),Dt=Z(B`<path d="m6 6 12 12M18 6 6 18" />`),yn=Z(B`<path d="M12 5v14M5 12h14" />`),wn=Z(B`<circle cx="12" cy="12" r="8.5" /><path d="m8.5 12.2 2.4 2.4 4.6-4.9" />`),Cr=Z(B`<circle cx="12" cy="12" r="8.5" stroke-dasharray="3.2 3.5" />`),fi=Z(B`<circle cx="12" cy="12" r="8.5" /><path d="M12 11.5v4.5M12 8v.01" />`),vn=Z(B`<path d="M12 4.5 21 19.5H3zM12 10.5v4M12 17v.01" />`),dc=Z(B`<circle cx="12" cy="12" r="2.5" fill="currentColor" stroke="none" />`),kn=Z(B`<path d="m5 12.5 4.5 4.5L19 7.5" />`),En=Z(B`<path d="m9.5 6 6 6-6 6" />`),cc=Z(B`<rect x="8.5" y="8.5" width="11.5" height="11.5" rx="2" />
    <path d="M15.5 8.5V6a2 2 0 0 0-2-2H6a2 2 0 0 0-2 2v7.5a2 2 0 0 0 2 2h2.5" />`),uc=Z(B`<path d="M4 12a8 8 0 1 0 2.6-5.9L4 8.5" /><path d="M4 4v4.5h4.5" />`),pc=B`<path
  d="M7.5 10.5v9M7.5 19.5H5a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1h2.5l4-7a2 2 0 0 1 2.5 2.2l-.8 3.8h4.9a2 2 0 0 1 1.9 2.5l-1.6 6
  a2 2 0 0 1-1.9 1.5z"
/>`,fc=Z(pc),mc=Z(B`<g transform="matrix(1 0 0 -1 0 24)">${pc}</g>`),hc=Z(B`<path
    d="m16 6.5-8 8.2a2 2 0 0 0 2.9 2.8l8-8.2a4 4 0 0 0-5.7-5.6L5 12.1a6 6 0 0 0 8.5 8.5l6.5-6.6"
  />`),Sn=Z(B`<path d="M14 3.5H7a2 2 0 0 0-2 2v13a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2V8.5zM14 3.5v5h5" />`),Tr=Z(B`<rect x="3.5" y="4.5" width="17" height="15" rx="2" /><circle cx="9" cy="10" r="1.8" />
    <path d="m20.5 15.5-4.5-4.5-8.5 8.5" />`),_n=Z(B`<circle cx="11" cy="11" r="6.5" /><path d="m20 20-4.4-4.4" />`),mi=Z(B`<path d="M9 15.5c-1.8-1.2-3-3.2-3-5.5a6 6 0 0 1 12 0c0 2.3-1.2 4.3-3 5.5v2H9zM10 20.5h4" />`),gc=Z(B`<path
    d="M12.6 3.5H5a1.5 1.5 0 0 0-1.5 1.5v7.6a2 2 0 0 0 .6 1.4l6.3 6.3a2 2 0 0 0 2.8 0l7.1-7.1a2 2 0 0 0 0-2.8L14 4.1a2 2 0 0 0-1.4-.6zM8 8v.01"
  />`),xc=Z(B`<path d="m7 10 5 5 5-5" />`),bc=Z(B`<path d="M5.5 12h.01M12 12h.01M18.5 12h.01" stroke-width="2.75" />`),yc=Z(B`<path d="M4 7h16M4 12h16M4 17h10" />`),wc=Z(B`<path d="M4.5 19.5 5.6 15 15.5 5a2 2 0 0 1 2.9 0l.6.6a2 2 0 0 1 0 2.9L9 18.4zM13.5 7l3.5 3.5" />`),vc=Z(B`<path d="M5 7h14M9.5 7V5h5v2M7 7l.8 12h8.4L17 7M10.5 11v4.5M13.5 11v4.5" />`),kc=Z(B`<path d="M4 8h9M17 8h3M4 16h3M11 16h9" /><circle cx="15" cy="8" r="2" /><circle cx="9" cy="16" r="2" />`),Ec=Z(B`<path d="M9 6 4.5 10.5 9 15M4.5 10.5H14a5.5 5.5 0 0 1 5.5 5.5v2" />`),Sc=Z(B`<circle cx="12" cy="12" r="3.5" /><path d="M15.5 8.5V13a2.25 2.25 0 0 0 4.5 0v-1a8 8 0 1 0-3.200 6.400" />`);function Cn(t,e,r){let o=t.length;return o===0?null:r==="ArrowDown"?(e+1)%o:r==="ArrowUp"?(Math.max(e,0)-1+o)%o:r==="Home"?0:r==="End"?o-1:r.length!==1||r===" "?null:t.map((a,s)=>(e+1+s)%o).find(a=>t[a]?.toLowerCase().startsWith(r.toLowerCase()))??null}var K=A`
  :host {
    box-sizing: border-box;
    color: var(--text);
    font: var(--weight) var(--text-size) / var(--text-line) var(--font);
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before,
  *::after {
    box-sizing: inherit;
  }
  button {
    min-height: var(--control);
    padding: 0 12px;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--raised);
    color: var(--text);
    font: inherit;
    font-size: var(--label-size);
    line-height: var(--label-line);
    cursor: pointer;
  }
  button:hover:not(:disabled) {
    background: var(--hover);
  }
  button:disabled {
    cursor: default;
  }
  .icon {
    display: inline-grid;
    place-items: center;
    width: var(--control);
    min-height: var(--control);
    height: var(--control);
    padding: 0;
    flex: none;
  }
  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (pointer: coarse) {
    button {
      min-height: 44px;
    }
    .icon {
      width: 44px;
      height: 44px;
    }
  }
`;var Ar=6,hi=class extends F{static properties={label:{},face:{attribute:!1},items:{attribute:!1},unreached:{type:Boolean},open:{state:!0}};static styles=[K,A`
      :host {
        display: inline-flex;
      }
      .opener {
        display: inline-flex;
        align-items: center;
        justify-content: center;
        gap: 4px;
        min-width: var(--control);
        max-width: 100%;
        padding: 0 6px;
        border-color: transparent;
        background: none;
      }
      .opener:hover:not(:disabled),
      .opener[aria-expanded='true'] {
        background: var(--hover);
      }
      .menu {
        position: fixed;
        inset: auto;
        z-index: 1;
        box-sizing: border-box;
        min-width: 160px;
        max-width: min(320px, calc(100vw - 16px));
        max-height: min(360px, calc(100vh - 16px));
        margin: 0;
        padding: 4px;
        border: 1px solid var(--line);
        border-radius: var(--radius-card);
        overflow: hidden auto;
        background: var(--raised);
        box-shadow: var(--shadow);
        color: var(--text);
      }
      .menu:focus-visible {
        outline: none;
      }
      .item {
        display: flex;
        align-items: center;
        gap: 8px;
        width: 100%;
        min-height: var(--control);
        padding: 6px 8px;
        border-color: transparent;
        background: none;
        text-align: start;
      }
      .item:focus-visible {
        outline-offset: -2px;
        background: var(--hover);
      }
      .item[aria-disabled='true'] {
        color: var(--muted);
        cursor: default;
      }
      .words {
        flex: 1;
        min-width: 0;
        overflow-wrap: anywhere;
      }
      small {
        display: block;
        color: var(--muted);
        font-size: inherit;
      }
      .mark {
        display: inline-grid;
        flex: none;
        width: 18px;
        color: var(--accent);
      }
      svg {
        flex: none;
      }
    `];#e=e=>{e.composedPath().includes(this)||this.#l()};#t=()=>this.#l();constructor(){super(),this.label="",this.face=u``,this.items=[],this.unreached=!1,this.open=!1}disconnectedCallback(){super.disconnectedCallback(),this.#l()}show(){this.items.length>0&&(this.open=!0)}render(){return u`<button
        type="button"
        class="opener"
        aria-haspopup="menu"
        aria-expanded=${this.open}
        aria-label=${this.label}
        title=${this.label}
        tabindex=${this.unreached?-1:0}
        @click=${this.#i}
        @keydown=${this.#d}
      >
        ${this.face}
      </button>
      ${this.open?this.#r():f}`}updated(e){if(!e.has("open")||e.get("open")===void 0)return;let r=this.open?"addEventListener":"removeEventListener";if(document[r]("pointerdown",this.#e,!0),window[r]("blur",this.#t),window[r]("resize",this.#t),!this.open)return;this.#n();let o=this.#s();(o.find(n=>n.ariaChecked==="true")??o[0])?.focus()}#r(){let e=this.items.some(({checked:r})=>r!==void 0);return u`<div class="menu" role="menu" aria-label=${this.label} popover="manual" @keydown=${this.#p}>
      ${this.items.map(r=>this.#o(r,e))}
    </div>`}#o(e,r){let{label:o,description:n,icon:a,checked:s,disabled:i=!1}=e;return u`<button
      type="button"
      class="item"
      role=${s===void 0?"menuitem":"menuitemradio"}
      aria-checked=${s??f}
      aria-disabled=${i}
      tabindex="-1"
      @click=${()=>this.#c(e)}
    >
      ${r?u`<span class="mark">${s===!0?kn:f}</span>`:f} ${a??f}
      <span class="words">${o}${n?u`<small>${n}</small>`:f}</span>
    </button>`}#n(){let e=this.renderRoot.querySelector(".menu"),r=this.#a;if(e===null||r===null)return;e.showPopover();let o=r.getBoundingClientRect(),{width:n,height:a}=e.getBoundingClientRect(),s=o.bottom+Ar,i=s+a<=innerHeight?s:Math.max(Ar,o.top-Ar-a),l=o.left+n<=innerWidth-Ar?o.left:o.right-n;e.style.top=`${i}px`,e.style.left=`${Math.max(Ar,l)}px`}get#a(){return this.renderRoot.querySelector(".opener")}#s(){return[...this.renderRoot.querySelectorAll(".item")]}#i(){this.open?this.#l():this.show()}#l(){this.open=!1}#c(e){e.disabled!==!0&&(this.#l(),this.#a?.focus(),this.dispatchEvent(new CustomEvent("choose",{detail:e.id})))}#d(e){this.open||!["ArrowDown","ArrowUp"].includes(e.key)||(e.preventDefault(),e.stopPropagation(),this.show())}#p(e){if(e.stopPropagation(),e.key==="Escape"||e.key==="Tab"){e.key==="Escape"&&e.preventDefault(),this.#a?.focus(),this.#l();return}let r=this.#s(),o=this.items.map(({label:s})=>s),n=r.findIndex(s=>s.matches(":focus")),a=Cn(o,n,e.key);a!==null&&(e.preventDefault(),r[a]?.focus())}};customElements.define("agentnook-menu",hi);var gi=class extends F{static properties={words:{attribute:!1},tools:{attribute:!1},models:{attribute:!1},tool:{attribute:!1},model:{attribute:!1},withTags:{type:Boolean}};static styles=[K,A`
      :host {
        display: flex;
        flex: 1;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px;
        min-width: 0;
      }
      .tool {
        display: inline-flex;
        align-items: center;
        gap: 4px;
        max-width: 100%;
        padding: 0 8px;
        border-color: transparent;
        background: none;
      }
      .tool[aria-pressed='true'],
      .chosen {
        background: var(--accent-tint);
        color: var(--text);
      }
      .icon {
        border-color: transparent;
        background: none;
      }
      .face {
        max-width: 180px;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      agentnook-menu {
        min-width: 0;
      }
      .models {
        margin-inline-start: auto;
      }
      svg {
        flex: none;
      }
    `];constructor(){super(),this.tools=[],this.models=[],this.tool=null,this.model=null,this.withTags=!1}render(){let e=this.tools.filter(o=>o.pinned===!0),r=this.tool!==null&&this.tool.pinned!==!0?this.tool:null;return u`${this.#e()} ${e.map(o=>this.#t(o))}
    ${r===null?f:this.#r(r)} ${this.withTags?this.#o():f}
    ${this.#n()}`}#e(){let e=this.tools.filter(r=>r.pinned!==!0);return e.length===0?f:u`<agentnook-menu
      .label=${this.words("element.composer.tools")}
      .face=${kc}
      .items=${e.map(({id:r,label:o,icon:n})=>({id:r,label:o,icon:te(n),checked:r===this.tool?.id}))}
      @choose=${r=>this.#a(r.detail)}
    ></agentnook-menu>`}#t({id:e,label:r,shortLabel:o,icon:n}){return u`<button
      type="button"
      class="tool"
      title=${r}
      aria-pressed=${e===this.tool?.id}
      @click=${()=>this.#a(e)}
    >
      ${te(n)??f}<span class="face">${o??r}</span>
    </button>`}#r({label:e,shortLabel:r,icon:o}){let n=this.words("element.composer.remove_tool",{tool:e});return u`<button
      type="button"
      class="tool chosen"
      aria-label=${n}
      title=${n}
      @click=${()=>this.#s("tool",null)}
    >
      ${te(o)??f}<span class="face">${r??e}</span>${Dt}
    </button>`}#o(){let e=this.words("element.composer.mention");return u`<button type="button" class="icon" aria-label=${e} title=${e} @click=${()=>this.#s("tag",null)}>${Sc}</button>`}#n(){if(this.models.length===0)return f;let e=this.model?.label??"";return u`<agentnook-menu
      class="models"
      .label=${this.words("element.composer.model",{model:e})}
      .face=${u`<span class="face">${e}</span>${xc}`}
      .items=${this.models.map(({id:r,label:o,description:n,disabled:a})=>({id:r,label:o,checked:r===this.model?.id,...n===void 0?{}:{description:n},...a===void 0?{}:{disabled:a}}))}
      @choose=${r=>this.#s("model",r.detail)}
    ></agentnook-menu>`}#a(e){this.#s("tool",e===this.tool?.id?null:e)}#s(e,r){this.dispatchEvent(new CustomEvent(e,{detail:r}))}};customElements.define("agentnook-composer-bar",gi);var _c=A`
  :host {
    position: relative;
    display: block;
  }
  .card {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: end;
    gap: 0 8px;
    padding: 7px 7px 7px 15px;
    border: 1px solid var(--edge);
    border-radius: var(--radius-card);
    background: var(--raised);
    cursor: text;
  }
  .card:has(textarea:focus-visible) {
    border-color: transparent;
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
  textarea:focus-visible {
    outline: none;
  }
  textarea {
    min-width: 0;
    height: var(--control);
    max-height: min(240px, 40vh);
    margin: 0;
    padding: calc((var(--control) - var(--text-line)) / 2) 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    resize: none;
    overflow-wrap: anywhere;
  }
  textarea::placeholder {
    color: var(--muted);
    opacity: 1;
  }
  .with-bar textarea {
    grid-column: 1 / -1;
  }
  agentnook-composer-bar {
    margin-inline-start: -8px;
  }
  .send {
    border-color: transparent;
    background: var(--accent);
    color: var(--on-accent);
  }
  .send:hover:not(:disabled) {
    background: var(--accent);
    filter: brightness(1.08);
  }
  .send:disabled {
    background: var(--sunken);
    color: var(--muted);
  }
  p {
    grid-column: 1 / -1;
    margin: 0;
    padding: 4px 0;
    color: var(--muted);
  }
  .reply {
    display: flex;
    grid-column: 1 / -1;
    align-items: center;
    gap: 8px;
    color: var(--muted);
    font-size: var(--label-size);
    line-height: var(--label-line);
  }
  .reply svg {
    flex: none;
  }
  .reply blockquote {
    flex: 1;
    min-width: 0;
    margin: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .reply .icon {
    border-color: transparent;
    background: none;
  }
  .suggestions {
    position: absolute;
    inset-block-end: calc(100% + 8px);
    inset-inline: 0;
    z-index: 1;
    max-height: min(280px, 40vh);
    margin: 0;
    padding: 4px;
    border: 1px solid var(--line);
    border-radius: var(--radius-card);
    overflow: hidden auto;
    background: var(--raised);
    box-shadow: var(--shadow);
    list-style: none;
  }
  .suggestions li {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: var(--control);
    padding: 4px 8px;
    border-radius: var(--radius);
    font-size: var(--label-size);
    line-height: var(--label-line);
    cursor: pointer;
  }
  .suggestions li[aria-selected='true'] {
    background: var(--hover);
    outline: 2px solid var(--accent);
    outline-offset: -2px;
  }
  .suggestions span {
    flex: 1;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .suggestions small {
    color: var(--muted);
    font-size: inherit;
  }
  .suggestions svg {
    flex: none;
  }
`;function xi(t,e){return t.key!=="Enter"||t.shiftKey||t.altKey||t.isComposing||t.keyCode===229?!1:t.timeStamp-e>40}var bi="suggestions";function yi(t){return`suggestion-${t}`}function Cc(t,e,r){return t.open?u`<ul class="suggestions" id=${bi} role="listbox" aria-label=${e}>
    ${t.found.map((o,n)=>{let{name:a,detail:s,icon:i}=Rg(o);return u`<li
        id=${yi(n)}
        role="option"
        aria-selected=${n===t.active}
        @pointerdown=${l=>l.preventDefault()}
        @click=${()=>r(o)}
      >
        ${i===void 0?f:te(i)??f}<span>${a}</span>
        ${s===void 0?f:u`<small>${s}</small>`}
      </li>`})}
  </ul>`:f}function Rg(t){if(t.kind==="tag"){let{title:a,group:s,icon:i}=t.entity;return{name:a,detail:s,icon:i}}let{label:e,description:r,group:o,icon:n}=t.command;return{name:e,detail:r??o,icon:n}}var Mg={"@":"tag","/":"command"};function Og(t,e){let r=/(?:^|\s)([@/])([^\s@/]*)$/u.exec(t.slice(0,e)),[,o="",n=""]=r??[];if(r===null||n.length>64)return null;let a=e-n.length-1;return{kind:Mg[o],query:n,start:a,end:e}}var Tn=class{found=[];active=0;trigger=null;#e={entities:void 0,commands:void 0};#t=0;#r=null;#o;#n;constructor(e,r){this.#o=e,this.#n=r}get open(){return this.found.length>0}setSources(e){this.#e=e}async look(e,r){let o=Og(e,r),n=o===null?void 0:this.#a(o);if(o===null||n===void 0||o.start===this.#r){o===null&&(this.#r=null),this.#s(null,[]);return}let a=this.#t+=1;try{let s=await n();a===this.#t&&this.#s(o,s.slice(0,50))}catch(s){a===this.#t&&this.#s(null,[]),this.#n(s)}}showCommands(e){this.trigger!==null&&this.#s(this.trigger,e.map(r=>({kind:"command",command:r})))}leave(){this.#r=this.trigger?.start??null,this.close()}close(){this.#s(null,[])}move(e){this.active=(this.active+e+this.found.length)%this.found.length,this.#o()}#a({kind:e,query:r}){let{entities:o,commands:n}=this.#e,{onTagSearch:a}=o??{};if(e==="tag")return a&&(async()=>(await a(r)).map(i=>({kind:e,entity:i})));let s=n?.enabled===!0?n.onSearch:void 0;return s&&(async()=>(await s(r)).map(i=>({kind:e,command:i})))}#s(e,r){this.#t+=e===null?1:0,!(e===null&&this.trigger===null&&this.found.length===0)&&(this.trigger=e,this.found=r,this.active=0,this.#o())}};var wi=class extends F{static properties={words:{attribute:!1},placeholder:{},value:{attribute:!1},reply:{attribute:!1},busy:{type:Boolean},stoppable:{type:Boolean},closedReason:{attribute:!1},tools:{attribute:!1},models:{attribute:!1},tool:{attribute:!1},model:{attribute:!1},entities:{attribute:!1},commands:{attribute:!1},wordOfTag:{attribute:!1}};static styles=[K,_c];#e=new Tn(()=>this.requestUpdate(),e=>this.#E("search-failed",e));#t=-1/0;#r=null;#o=!1;constructor(){super(),this.placeholder="",this.value="",this.reply=null,this.busy=!1,this.stoppable=!1,this.closedReason=null,this.tools=[],this.models=[],this.tool=null,this.model=null}disconnectedCallback(){super.disconnectedCallback(),this.#r?.disconnect(),this.#r=null}focusText(){this.#n?.focus()}render(){if(this.closedReason!==null)return u`<div class="card"><p>${this.closedReason}</p></div>`;let e=r=>this.#v(r);return u`${Cc(this.#e,this.words("element.composer.suggestions"),e)}
      <form class=${this.#i?"card with-bar":"card"} @submit=${this.#R} @click=${this.#m}>
        ${this.#c()} ${this.#l()} ${this.#i?this.#d():f}
        ${this.busy?this.#u():this.#p()}
      </form>`}willUpdate(e){this.#o=this.shadowRoot?.activeElement?.classList.contains("stop")??!1;let{entities:r,commands:o}=this;(e.has("entities")||e.has("commands"))&&this.#e.setSources({entities:r,commands:o}),e.has("value")&&this.value===""&&this.#e.close()}updated(){this.#f(),this.#o&&!this.busy&&this.focusText(),this.renderRoot.querySelector('[role="option"][aria-selected="true"]')?.scrollIntoView({block:"nearest"}),this.#r===null&&this.#n&&(this.#r=new ResizeObserver(()=>this.#f()),this.#r.observe(this))}get#n(){return this.renderRoot.querySelector("textarea")}get#a(){return this.entities?.onTagSearch!==void 0||this.commands?.enabled===!0}get#s(){return this.entities?.onTagSearch!==void 0&&this.entities.showComposerMenu===!0}get#i(){return this.tools.length>0||this.models.length>0||this.#s}#l(){let{open:e,active:r}=this.#e;return u`<textarea
      rows="1"
      aria-label=${this.words("element.composer.label")}
      aria-autocomplete=${this.#a?"list":f}
      aria-haspopup=${this.#a?"listbox":f}
      aria-controls=${e?bi:f}
      aria-activedescendant=${e?yi(r):f}
      placeholder=${this.tool?.placeholderOverride??this.placeholder}
      .value=${rc(this.value)}
      enterkeyhint="send"
      autocomplete="off"
      @input=${this.#x}
      @keydown=${this.#h}
      @blur=${()=>this.#e.close()}
      @compositionend=${this.#b}
    ></textarea>`}#c(){if(this.reply===null)return f;let e=this.words("element.composer.unquote");return u`<div class="reply">
      ${Ec}
      <blockquote title=${this.reply}>${this.reply}</blockquote>
      <button type="button" class="icon" aria-label=${e} title=${e} @click=${this.#T}>${Dt}</button>
    </div>`}#d(){return u`<agentnook-composer-bar
      .words=${this.words}
      .tools=${this.tools}
      .models=${this.models}
      .tool=${this.tool}
      .model=${this.model}
      .withTags=${this.#s}
      @tool=${e=>this.#k(e.detail)}
      @model=${e=>this.#E("model",e.detail)}
      @tag=${this.#C}
    ></agentnook-composer-bar>`}#p(){return u`<button
      class="icon send"
      type="submit"
      aria-label=${this.words("element.composer.send")}
      title=${this.words("element.composer.send")}
      ?disabled=${this.value.trim()===""}
    >
      ${sc}
    </button>`}#u(){return u`<button
      class="icon stop"
      type="button"
      aria-label=${this.words("element.composer.stop")}
      title=${this.words("element.composer.stop")}
      ?disabled=${!this.stoppable}
      @click=${this.#M}
    >
      ${lc}
    </button>`}#f(){let e=this.#n;e&&(e.style.height="0",e.style.height=`${e.scrollHeight}px`)}#m(e){e.target===e.currentTarget&&this.focusText()}#x(e){e.target instanceof HTMLTextAreaElement&&(this.#g(e.target.value),this.#a&&this.#e.look(this.value,e.target.selectionStart))}#g(e){this.value=e,this.#E("write",e)}#b(e){this.#t=e.timeStamp}#h(e){if(this.#e.open&&this.#w(e)){e.preventDefault(),e.stopPropagation();return}xi(e,this.#t)&&(e.preventDefault(),this.#A())}#w(e){let r=this.#e.found[this.#e.active];if(e.key==="ArrowDown")this.#e.move(1);else if(e.key==="ArrowUp")this.#e.move(-1);else if(e.key==="Escape")this.#e.leave();else if(r!==void 0&&this.#y(e))this.#v(r);else return!1;return!0}#y(e){return e.key==="Tab"&&!e.shiftKey&&!e.isComposing||xi(e,this.#t)}#v(e){e.kind==="tag"?this.#S(`${this.wordOfTag(e.entity)} `):this.#_(e)}async#_({command:e}){try{let r=await this.commands?.onSelect?.(e);r?.type==="menu"?this.#e.showCommands(r.commands):this.#S(r===void 0?"":`${this.wordOfTag(r.entity)} `)}catch(r){this.#S(""),this.#E("search-failed",r)}}#S(e){let{trigger:r}=this.#e,o=this.#n;this.#e.close(),!(r===null||o===null)&&(o.setRangeText(e,r.start,Math.min(r.end,o.value.length),"end"),this.#g(o.value))}#C(){let e=this.#n;if(e===null)return;this.focusText();let{selectionStart:r,selectionEnd:o,value:n}=e,a=r===0||/\s/u.test(n.charAt(r-1));e.setRangeText(a?"@":" @",r,o,"end"),this.#g(e.value),this.#e.look(e.value,e.selectionStart)}#k(e){this.#E("tool",e),e===null&&this.focusText()}#T(){this.#E("unquote"),this.focusText()}#R(e){e.preventDefault(),this.#A()}#A(){this.value.trim()===""||this.busy||this.#E("send",this.value)}#M(){this.#E("stop"),this.focusText()}#E(e,r=null){this.dispatchEvent(new CustomEvent(e,{detail:r}))}};customElements.define("agentnook-composer",wi);var vi=class extends F{static properties={words:{attribute:!1},option:{attribute:!1},threadTitle:{attribute:!1},withHistory:{type:Boolean},historyOpen:{type:Boolean}};static styles=[K,A`
      header {
        display: flex;
        align-items: center;
        gap: 4px;
        min-height: var(--bar);
        padding: 4px 8px;
        border-block-end: 1px solid var(--line);
      }
      .title {
        flex: 1;
        min-width: 0;
        margin: 0 4px;
        overflow: hidden;
        font-size: var(--text-size);
        font-weight: var(--weight-strong);
        line-height: var(--text-line);
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      button {
        border-color: transparent;
        background: none;
      }
    `];render(){let{title:e,leftAction:r,rightAction:o}=this.option,n=e?.enabled===!1?"":e?.text??this.threadTitle;return u`<header>
      ${r===void 0?f:this.#t(r)}
      ${this.withHistory?this.#e():f}
      <div class="title" title=${n}>${n}</div>
      ${o===void 0?f:this.#t(o)}
      ${this.#r(this.words("element.history.new"),yn,()=>this.dispatchEvent(new CustomEvent("new")))}
    </header>`}#e(){let e=this.words("element.history.title");return u`<button
      type="button"
      class="icon"
      aria-label=${e}
      title=${e}
      aria-expanded=${this.historyOpen}
      @click=${()=>this.dispatchEvent(new CustomEvent("history"))}
    >
      ${yc}
    </button>`}#t({icon:e,onClick:r}){return this.#r(e.replaceAll("-"," "),te(e)??Cr,r)}#r(e,r,o){return u`<button type="button" class="icon" aria-label=${e} title=${e} @click=${()=>o()}>
      ${r}
    </button>`}};customElements.define("agentnook-header",vi);var Tc=A`
  :host {
    display: flex;
    flex-direction: column;
    min-width: 0;
    min-height: 0;
    border-inline-end: 1px solid var(--line);
    background: var(--sunken);
  }
  .head {
    display: flex;
    align-items: center;
    gap: 4px;
    padding: 8px 8px 4px 16px;
  }
  h2 {
    flex: 1;
    margin: 0;
    font-size: var(--label-size);
    font-weight: var(--weight-strong);
    line-height: var(--label-line);
  }
  .head button {
    border-color: transparent;
    background: none;
  }
  .head button:hover:not(:disabled) {
    background: var(--hover);
  }
  .filter {
    position: relative;
    margin: 0 8px 4px;
    color: var(--muted);
  }
  .filter svg {
    position: absolute;
    inset-block-start: 7px;
    inset-inline-start: 8px;
    pointer-events: none;
  }
  input {
    width: 100%;
    min-width: 0;
    height: var(--control);
    padding: 0 8px;
    border: 1px solid var(--edge);
    border-radius: var(--radius);
    background: var(--raised);
    color: var(--text);
    font: inherit;
    font-size: var(--label-size);
    line-height: var(--label-line);
  }
  .filter input {
    padding-inline-start: 32px;
    border-color: transparent;
    background: var(--hover);
    appearance: none;
  }
  input::placeholder {
    color: var(--muted);
    opacity: 1;
  }
  p {
    margin: 0;
    padding: 6px 16px;
    color: var(--muted);
    font-size: var(--label-size);
    line-height: var(--label-line);
    overflow-wrap: anywhere;
  }
  .after {
    margin: 4px 16px 12px;
  }
  .skeleton {
    display: grid;
    gap: 16px;
    padding: 12px 16px;
  }
  .skeleton i {
    height: 12px;
    border-radius: 6px;
    background: var(--hover);
  }
  .skeleton i:nth-child(2) {
    width: 70%;
  }
  .skeleton i:nth-child(3) {
    width: 85%;
  }
  .list {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-height: 0;
  }
  ::slotted(*) {
    margin: 8px;
  }
`;var An=class{#e;#t;#r;#o;#n;#a;constructor(e,r,o){this.#e=e;let n=new Date(o.getFullYear(),o.getMonth(),o.getDate());this.#t=n.getTime();let a=(n.getDay()-Lg(r)+7)%7;this.#r=new Date(o.getFullYear(),o.getMonth(),o.getDate()-a).getTime(),this.#o=o.getFullYear(),this.#n=new Intl.DateTimeFormat(r,{month:"long"}),this.#a=new Intl.DateTimeFormat(r,{month:"long",year:"numeric"})}labelOf(e){let r=new Date(e);return Number.isNaN(r.getTime())?this.#e.undated:e>=this.#t?this.#e.today:e>=this.#t-864e5?this.#e.yesterday:e>=this.#r?this.#e.week:(r.getFullYear()===this.#o?this.#n:this.#a).format(r)}};function Ac(t,e){let r=Ng(t),o=[],n="";for(let[a,s]of t.entries()){let i=e.labelOf(r[a]??NaN);i!==n&&o.push({kind:"group",key:`group-${a}-${i}`,label:i}),n=i,o.push({kind:"thread",key:s.id,thread:s,position:a+1})}return o}function Rc(t,e){let r=0;return{rows:t.map(n=>{let a={row:n,top:r};return r+=e[n.kind],a}),height:r}}function Mc({rows:t},e,r,o){let n=$g(t,e);return t.filter(({row:a,top:s},i)=>i>=n&&s<r||o.has(a.key))}function Oc(t,e,r){let o=e.trim().toLocaleLowerCase();return t.filter(({title:n})=>(n??r).toLocaleLowerCase().includes(o))}function Ng(t){let e=NaN;return t.map(({createdAt:r})=>Date.parse(r)).reduceRight((r,o)=>(e>=o||(e=Number.isNaN(o)?e:o),r.push(e),r),[]).reverse()}function $g(t,e){let r=0,o=t.length-1;for(;r<o;){let n=Math.ceil((r+o)/2);(t[n]?.top??0)<=e?r=n:o=n-1}return r}function Lg(t){let e=new Intl.Locale(t);return(e.getWeekInfo?.()??e.weekInfo??{firstDay:1}).firstDay%7}var Nc=(t,e,r)=>{let o=new Map;for(let n=e;n<=r;n++)o.set(t[n],n);return o},xt=Ve(class extends Ne{constructor(t){if(super(t),t.type!==ze.CHILD)throw Error("repeat() can only be used in text expressions")}dt(t,e,r){let o;r===void 0?r=e:e!==void 0&&(o=e);let n=[],a=[],s=0;for(let i of t)n[s]=o?o(i,s):s,a[s]=r(i,s),s++;return{values:a,keys:n}}render(t,e,r){return this.dt(t,e,r).values}update(t,[e,r,o]){let n=tc(t),{values:a,keys:s}=this.dt(e,r,o);if(!Array.isArray(n))return this.ut=s,a;let i=this.ut??=[],l=[],d,c,p=0,m=n.length-1,h=0,x=a.length-1;for(;p<=m&&h<=x;)if(n[p]===null)p++;else if(n[m]===null)m--;else if(i[p]===s[h])l[h]=Ye(n[p],a[h]),p++,h++;else if(i[m]===s[x])l[x]=Ye(n[m],a[x]),m--,x--;else if(i[p]===s[x])l[x]=Ye(n[p],a[x]),Lt(t,l[x+1],n[p]),p++,x--;else if(i[m]===s[h])l[h]=Ye(n[m],a[h]),Lt(t,n[p],n[m]),m--,h++;else if(d===void 0&&(d=Nc(s,h,x),c=Nc(i,p,m)),d.has(i[p]))if(d.has(i[m])){let y=c.get(s[h]),b=y!==void 0?n[y]:null;if(b===null){let v=Lt(t,n[p]);Ye(v,a[h]),l[h]=v}else l[h]=Ye(b,a[h]),Lt(t,n[p],b),n[y]=null;h++}else Mo(n[m]),m--;else Mo(n[p]),p++;for(;h<=x;){let y=Lt(t,l[x+1]);Ye(y,a[h]),l[h++]=y}for(;p<=m;){let y=n[p++];y!==null&&Mo(y)}return this.ut=s,Ro(t,l),de}});var Ig=200,ki=class extends F{static properties={words:{attribute:!1},value:{attribute:!1}};static styles=[K,A`
      :host {
        flex: 1;
        min-width: 0;
      }
      input {
        display: block;
        width: 100%;
        height: var(--control);
        padding: 0 7px;
        border: 1px solid var(--edge);
        border-radius: var(--radius);
        background: var(--raised);
        color: var(--text);
        font: inherit;
        font-size: var(--label-size);
      }
      input:focus-visible {
        outline-offset: 0;
      }
    `];#e=!1;render(){return u`<input
      aria-label=${this.words("element.history.new_title")}
      maxlength=${Ig}
      .value=${this.value}
      @keydown=${this.#o}
      @blur=${()=>this.#n(!1,this.#r)}
    />`}firstUpdated(){this.#t?.select()}get#t(){return this.renderRoot.querySelector("input")}get#r(){let e=this.#t?.value.trim()??"";return e===""||e===this.value?null:e}#o(e){e.stopPropagation(),!(e.isComposing||!["Enter","Escape"].includes(e.key))&&(e.preventDefault(),e.key==="Escape"?this.#n(!0,null):this.#t?.value.trim()!==""&&this.#n(!0,this.#r))}#n(e,r){this.#e||(this.#e=!0,this.dispatchEvent(new CustomEvent("done",{detail:{title:r,byKey:e}})))}};customElements.define("agentnook-rename",ki);var $c=A`
  :host {
    display: block;
    flex: 1;
    min-height: 0;
    overflow: hidden auto;
    scrollbar-width: thin;
    scrollbar-color: var(--line) transparent;
  }
  .row button {
    border-color: transparent;
    background: none;
  }
  ul {
    position: relative;
    margin: 0 8px;
    padding: 0;
    list-style: none;
  }
  li {
    position: absolute;
    inset-inline: 0;
    display: flex;
    align-items: center;
    border-radius: var(--radius);
  }
  .group {
    align-items: end;
  }
  h3 {
    margin: 0;
    padding: 0 8px 4px;
    color: var(--muted);
    font-size: var(--label-size);
    font-weight: var(--weight);
    line-height: var(--label-line);
  }
  .row:hover,
  .row:focus-within {
    background: var(--hover);
  }
  .row:has([aria-current='true']) {
    background: var(--accent-tint);
  }
  .row .open {
    flex: 1;
    min-width: 0;
    padding: 6px 8px;
    overflow: hidden;
    text-align: start;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .row :focus-visible {
    outline-offset: -2px;
  }
  .row agentnook-menu {
    opacity: 0;
  }
  .row:hover agentnook-menu,
  .row:focus-within agentnook-menu {
    opacity: 1;
  }
  .row button {
    border-color: transparent;
    background: none;
  }
  @media (pointer: coarse) {
    .row agentnook-menu {
      opacity: 1;
    }
  }
`;var Rr=600,Rn=36,Pg=36,Dg=44,Lc=10,Si=class extends F{static properties={words:{attribute:!1},threads:{attribute:!1},currentId:{attribute:!1},locale:{attribute:!1},renamable:{type:Boolean},deletable:{type:Boolean},complete:{type:Boolean},endless:{type:Boolean},activeId:{state:!0},renamingId:{state:!0},stretch:{state:!0}};static styles=[K,$c];#e={rows:[],height:0};#t=null;#r=null;#o=null;constructor(){super(),this.threads=[],this.currentId=null,this.locale="en",this.renamable=!0,this.deletable=!0,this.complete=!0,this.endless=!1,this.activeId=null,this.renamingId=null,this.stretch=[0,Rr],this.addEventListener("scroll",()=>this.#p(),{passive:!0})}connectedCallback(){super.connectedCallback(),this.#o=new ResizeObserver(()=>this.#p()),this.#o.observe(this)}disconnectedCallback(){super.disconnectedCallback(),this.#r?.disconnect(),this.#o?.disconnect()}focusThread(e=this.activeId){this.#t=e,this.requestUpdate()}willUpdate(e){(e.has("threads")||e.has("words")||e.has("locale"))&&this.#c();let r=n=>this.threads.find(({id:a})=>a===n)?.id,o=r(this.#t)??r(this.activeId)??r(this.currentId)??this.threads[0]?.id;this.activeId=o??null}updated(){this.#d(),!(this.#t===null||this.#t!==this.activeId)&&(this.#t=null,this.#u(),this.renderRoot.querySelector('.open[tabindex="0"]')?.focus({preventScroll:!0}))}render(){return u`${this.threads.length===0?f:this.#n()}<slot></slot>
      <div class="end"></div>`}#n(){let e=new Set([this.activeId,this.renamingId].filter(a=>a!==null)),[r,o]=this.stretch,n=Mc(this.#e,r-Rr,o+Rr,e);return u`<ul style="height: ${this.#e.height}px" @keydown=${this.#f}>
      ${xt(n,({row:a})=>a.key,a=>this.#a(a))}
    </ul>`}#a({row:e,top:r}){let o=`top: ${r}px; height: ${e.kind==="group"?Rn:Ei()}px`;if(e.kind==="group")return u`<li class="group" style=${o}><h3>${e.label}</h3></li>`;let{thread:n,position:a}=e,s=this.complete?this.threads.length:-1;return u`<li class="row" style=${o} aria-setsize=${s} aria-posinset=${a} data-id=${n.id}>
      ${n.id===this.renamingId?this.#i(n):this.#s(n)}
    </li>`}#s(e){let r=e.title??this.words("element.history.untitled"),o=this.#l(),n=e.id===this.activeId;return u`<button
        type="button"
        class="open"
        title=${r}
        aria-current=${e.id===this.currentId}
        tabindex=${n?0:-1}
        @focus=${()=>this.activeId=e.id}
        @click=${()=>this.#v("choose",e.id)}
        @contextmenu=${this.#h}
      >
        ${r}</button
      >${o.length===0?f:u`<agentnook-menu
            .label=${this.words("element.history.actions",{title:r})}
            .face=${bc}
            .items=${o}
            .unreached=${!n}
            @choose=${a=>this.#g(a.detail,e.id)}
          ></agentnook-menu>`}`}#i({id:e,title:r}){return u`<agentnook-rename
      .words=${this.words}
      .value=${r??""}
      @done=${o=>this.#w(e,o.detail)}
    ></agentnook-rename>`}#l(){let e=[];return this.renamable&&e.push({id:"rename",label:this.words("element.history.rename"),icon:wc}),this.deletable&&e.push({id:"remove",label:this.words("element.history.delete"),icon:vc}),e}#c(){let e=n=>this.words(`element.history.${n}`),r={today:e("today"),yesterday:e("yesterday"),week:e("week"),undated:e("undated")},o=Ac(this.threads,new An(r,this.locale,new Date));this.#e=Rc(o,{thread:Ei(),group:Rn})}#d(){this.#r?.disconnect();let e=this.renderRoot.querySelector(".end");!this.endless||e===null||(this.#r=new IntersectionObserver(([r])=>{r?.isIntersecting&&this.#v("more")},{root:this,rootMargin:`${Rr}px`}),this.#r.observe(e))}#p(){let{scrollTop:e,clientHeight:r,stretch:o}=this;(Math.abs(e-o[0])>Rr/3||r!==o[1]-o[0])&&(this.stretch=[e,e+r])}#u(){let e=this.#e.rows.find(({row:o})=>o.key===this.activeId);if(e===void 0)return;let r=e.top+Ei();e.top-Rn<this.scrollTop?this.scrollTop=e.top-Rn:r>this.scrollTop+this.clientHeight&&(this.scrollTop=r-this.clientHeight)}#f(e){let r=this.activeId;if(r===null||this.renamingId!==null)return;let o=this.#m(e);if(o!==null){e.preventDefault(),this.#g(o,r);return}let n=this.#x(e);n!==void 0&&(e.preventDefault(),this.focusThread(n.id))}#m({key:e,shiftKey:r}){return e==="F2"&&this.renamable?"rename":e==="Delete"&&this.deletable?"remove":(e==="ContextMenu"||e==="F10"&&r)&&this.#l().length>0?"menu":null}#x({key:e,ctrlKey:r,altKey:o,metaKey:n}){if(r||o||n)return;let a=this.threads.findIndex(({id:d})=>d===this.activeId),s=this.threads.length-1;if(e==="PageDown")return this.threads[Math.min(s,a+Lc)];if(e==="PageUp")return this.threads[Math.max(0,a-Lc)];if(e==="ArrowDown")return this.threads[Math.min(s,a+1)];if(e==="ArrowUp")return this.threads[Math.max(0,a-1)];let i=this.threads.map(({title:d})=>d??""),l=Cn(i,a,e);return l===null?void 0:this.threads[l]}#g(e,r){e==="menu"&&this.#y(r)?.querySelector("agentnook-menu")?.show(),e==="rename"&&(this.renamingId=r),e==="remove"&&this.#b(r)}#b(e){let r=this.threads.findIndex(n=>n.id===e),o=this.threads[r+1]??this.threads[r-1];this.#v("remove",e),o!==void 0&&this.focusThread(o.id)}#h(e){let r=e.currentTarget instanceof Element?e.currentTarget.closest("li")?.dataset.id:void 0;r===void 0||this.#l().length===0||(e.preventDefault(),this.activeId=r,this.#g("menu",r))}#w(e,{title:r,byKey:o}){this.renamingId=null,o&&this.focusThread(e),r!==null&&this.dispatchEvent(new CustomEvent("rename",{detail:{id:e,title:r}}))}#y(e){return[...this.renderRoot.querySelectorAll("li.row")].find(r=>r.dataset.id===e)}#v(e,r=null){this.dispatchEvent(new CustomEvent(e,{detail:r}))}};function Ei(){return matchMedia("(pointer: coarse)").matches?Dg:Pg}customElements.define("agentnook-threads",Si);var _i=class extends F{static properties={words:{attribute:!1},history:{attribute:!1},currentId:{attribute:!1},locale:{attribute:!1},renamable:{type:Boolean},deletable:{type:Boolean},modal:{type:Boolean},filter:{state:!0}};static styles=[K,Tc];#e=[];constructor(){super(),this.currentId=null,this.locale="en",this.renamable=!0,this.deletable=!0,this.modal=!1,this.filter="",this.addEventListener("keydown",e=>this.#i(e))}focusFirst(){let e=this.#e.find(({id:r})=>r===this.currentId)?.id;e!==void 0?this.#p?.focusThread(e):this.renderRoot.querySelector(".head button")?.focus()}async focusThread(e){await this.updateComplete,this.#e.length>0?this.#p?.focusThread(e):this.renderRoot.querySelector(".head button")?.focus()}willUpdate(e){let r=e.get("history")?.threads!==this.history.threads;if(!(e.has("history")&&r)&&!e.has("filter")&&!e.has("words"))return;let{threads:o}=this.history,n=this.filter.trim()!=="";this.#e=n?Oc(o,this.filter,this.words("element.history.untitled")):o}render(){let e=this.modal?u`<span tabindex="0" @focus=${this.#c}></span>`:f;return u`${e}
      <div class="head">
        <h2>${this.words("element.history.title")}</h2>
        ${this.#o("element.history.new",yn,()=>this.#d("choose",null))}
        ${this.#o("element.history.close",Dt,()=>this.#d("close"))}
      </div>
      ${this.#r()}
      <div class="list" aria-busy=${this.history.loading}>${this.#t()}</div>
      <slot></slot>
      ${e}`}#t(){let{more:e,loading:r,failure:o}=this.history,n=this.filter.trim()!=="";return u`<agentnook-threads
      .words=${this.words}
      .threads=${this.#e}
      .currentId=${this.currentId}
      .locale=${this.locale}
      .renamable=${this.renamable}
      .deletable=${this.deletable}
      .complete=${!e&&!n}
      .endless=${e&&!r&&o===null&&!n}
      @choose=${a=>this.#d("choose",a.detail)}
      @rename=${({detail:a})=>this.dispatchEvent(new CustomEvent("rename",{detail:a}))}
      @remove=${a=>this.#d("remove",a.detail)}
      @more=${()=>this.#d("more")}
    >
      ${this.#n()} ${this.#s()}
    </agentnook-threads>`}#r(){let e=this.words("element.history.filter");return u`<div class="filter">
      ${_n}
      <input
        type="search"
        aria-label=${e}
        placeholder=${e}
        autocomplete="off"
        spellcheck="false"
        .value=${this.filter}
        @input=${r=>this.filter=Bg(r)}
        @keydown=${this.#l}
      />
    </div>`}#o(e,r,o){let n=this.words(e);return u`<button type="button" class="icon" aria-label=${n} title=${n} @click=${o}>${r}</button>`}#n(){let{threads:e,loading:r,failure:o,more:n}=this.history;if(o!==null)return u`<p role="alert">${o.sentence??this.words("element.history.failed")}</p>
        <button type="button" class="after" @click=${()=>this.#d("retry")}>
          ${this.words("element.retry")}
        </button>`;if(r)return this.#a();if(e.length===0)return u`<p>${this.words("element.history.empty")}</p>`;if(this.filter.trim()==="")return f;let a=this.#e.length===0;return u`<p role="status">${a?this.words("element.history.none"):f}</p>
      ${n?u`<p>${this.words("element.history.not_all")}</p>`:f}`}#a(){return u`<div class="skeleton">
      <i></i><i></i><i></i><span class="visually-hidden">${this.words("element.loading")}</span>
    </div>`}#s(){let{more:e,loading:r,failure:o}=this.history;return!e||r||o!==null?f:u`<button type="button" class="after" @click=${()=>this.#d("more")}>
      ${this.words("element.history.more")}
    </button>`}#i(e){e.key==="Escape"&&this.#d("close");let r=e.composedPath()[0]instanceof HTMLInputElement;e.key.toLowerCase()!=="z"||!(e.ctrlKey||e.metaKey)||e.shiftKey||r||(e.preventDefault(),this.#d("undo"))}#l(e){e.key==="Escape"&&this.filter!==""&&(e.stopPropagation(),e.preventDefault(),this.filter=""),!(e.key!=="ArrowDown"||this.#e.length===0)&&(e.preventDefault(),this.#p?.focusThread())}#c(e){e.currentTarget===this.renderRoot.querySelector("span")&&this.#e.length>0?this.#p?.focusThread():this.renderRoot.querySelector(".head button")?.focus()}#d(e,r=null){this.dispatchEvent(new CustomEvent(e,{detail:r}))}get#p(){return this.renderRoot.querySelector("agentnook-threads")}};function Bg({target:t}){return t instanceof HTMLInputElement?t.value:""}customElements.define("agentnook-history",_i);async function Mn(t){try{return await navigator.clipboard.writeText(t),!0}catch{return!1}}function Ci(t){return t.map(Fg).filter(e=>e!=="").join(`

`)}function Fg(t){switch(t.type){case"assistant_message":return t.parts.map(({text:e})=>e).join(`

`);case"user_message":case"other":return t.text;case"widget":return t.copyText??"";default:return""}}var On=class{#e;constructor(e){this.#e=performance.now()+e}get isSpent(){return performance.now()>=this.#e}};function L(t,e={},...r){let o=document.createElement(t);for(let[n,a]of Object.entries(e))o.setAttribute(n,a);return o.append(...r),o}function Pc(t,e){for(e.forEach((r,o)=>{let n=t.childNodes[o];n===void 0?t.append(r):Ic(n)&&Ic(r)&&r.data.startsWith(n.data)?Ti(n,r.data):n.isEqualNode(r)||n.replaceWith(r)});t.childNodes.length>e.length;)t.lastChild?.remove()}function Ti(t,e){t.data.length<e.length&&t.appendData(e.slice(t.data.length))}function Ic(t){return t.nodeType===Node.TEXT_NODE}function Oi(){return{async:!1,breaks:!1,extensions:null,gfm:!0,hooks:null,pedantic:!1,renderer:null,silent:!1,tokenizer:null,walkTokens:null}}var kt=Oi();function Vc(t){kt=t}var yt={exec:()=>null};function bt(t){let e=[];return r=>{let o=Math.max(0,Math.min(3,r-1)),n=e[o];return n||(n=t(o),e[o]=n),n}}function R(t,e=""){let r=typeof t=="string"?t:t.source,o={replace:(n,a)=>{let s=typeof a=="string"?a:a.source;return s=s.replace(ue.caret,"$1"),r=r.replace(n,s),o},getRegex:()=>new RegExp(r,e)};return o}var Xc=((t="")=>{try{return!!new RegExp("(?<=1)(?<!1)"+t)}catch{return!1}})(),ue={codeRemoveIndent:/^(?: {0,3}\t| {1,4})/gm,listInterruptsParagraph:/^ {0,3}(?:[*+-]|1[.)])[ \t]+[^ \t\n]/,outputLinkReplace:/\\([\[\]])/g,indentCodeCompensation:/^(\s+)(?:```)/,beginningSpace:/^\s+/,endingHash:/#$/,startingSpaceChar:/^ /,endingSpaceChar:/ $/,endingSpaceTabChar:/[ \t]$/,nonSpaceChar:/[^ ]/,newLineCharGlobal:/\n/g,tabCharGlobal:/\t/g,leadingSpaceTab:/^[ \t]+/,multipleSpaceGlobal:/\s+/g,blankLine:/^[ \t]*$/,doubleBlankLine:/\n[ \t]*\n[ \t]*$/,blockquoteStart:/^ {0,3}>/,blockquoteSetextReplace:/\n {0,3}((?:=+|-+)[ \t]*)(?=\n|$)/g,blockquoteSetextReplace2:/^ {0,3}>[ \t]?/gm,blockquoteMarkerWhitespace:/^( {0,3}>)(\t[ \t]*)/gm,nestedBlockMarker:/^ {0,3}(?:(?:[*+-]|\d{1,9}[.)])(?: |$)|> ?)/,listReplaceNesting:/^ {1,4}(?=( {4})*[^ ])/g,listIsTask:/^\[[ xX]\][ \t]+\S/,listReplaceTask:/^\[[ xX]\][ \t]+/,listTaskCheckbox:/\[[ xX]\]/,anyLine:/\n.*\n/,hrefBrackets:/^<(.*)>$/,tableDelimiter:/[:|]/,tableAlignChars:/^\||\| *$/g,tableRowBlankLine:/\n[ \t]*$/,tableAlignRight:/^ *-+: *$/,tableAlignCenter:/^ *:-+: *$/,tableAlignLeft:/^ *:-+ *$/,startATag:/^<a /i,endATag:/^<\/a>/i,startPreScriptTag:/^<(pre|code|kbd|script)(\s|>)/i,endPreScriptTag:/^<\/(pre|code|kbd|script)(\s|>)/i,startAngleBracket:/^</,endAngleBracket:/>$/,pedanticHrefTitle:/^([^'"]*[^\s])\s+(['"])(.*)\2/,unicodeAlphaNumeric:/[\p{L}\p{N}]/u,numericCharacterReference:/&#(?:(\d{1,7})|[Xx]([A-Fa-f0-9]{1,6}));/,numericCharacterReferenceOrAmpersand:/&#(?:(\d{1,7})|[Xx]([A-Fa-f0-9]{1,6}));|&(?!(#\d{1,7}|#[Xx][a-fA-F0-9]{1,6}|\w+);)/g,escapeTest:/[&<>"']/,escapeReplace:/[&<>"']/g,escapeTestNoEncode:/[<>"']|&(?!(#\d{1,7}|#[Xx][a-fA-F0-9]{1,6}|\w+);)/,escapeReplaceNoEncode:/[<>"']|&(?!(#\d{1,7}|#[Xx][a-fA-F0-9]{1,6}|\w+);)/g,caret:/(^|[^\[])\^/g,percentDecode:/%25/g,findPipe:/\|/g,splitPipe:/ \|/,slashPipe:/\\\|/g,carriageReturn:/\r\n|\r/g,spaceLine:/^ +$/gm,notSpaceStart:/^\S*/,endingNewline:/\n$/,listItemRegex:t=>new RegExp(`^( {0,3}${t})((?:[	 ][^\\n]*)?(?:\\n|$))`),nextBulletRegex:bt(t=>new RegExp(`^ {0,${t}}(?:[*+-]|\\d{1,9}[.)])((?:[ 	][^\\n]*)?(?:\\n|$))`)),hrRegex:bt(t=>new RegExp(`^ {0,${t}}((?:-[ 	]*){3,}|(?:_[ 	]*){3,}|(?:\\*[ 	]*){3,})(?:\\n+|$)`)),fencesBeginRegex:bt(t=>new RegExp(`^ {0,${t}}(?:\`\`\`|~~~)`)),headingBeginRegex:bt(t=>new RegExp(`^ {0,${t}}#{1,6}(?:\\s|$)`)),pedanticHeadingBeginRegex:bt(t=>new RegExp(`^ {0,${t}}#`)),htmlBeginRegex:bt(t=>new RegExp(`^ {0,${t}}(?:</?(?:${$i})(?:[ \\t]+|$|/?>)|<(?:(?:script|pre|style|textarea)(?:[\\s>]|$)|!--)|<\\?|<![A-Za-z]|<!\\[CDATA\\[)`,"i")),blockquoteBeginRegex:bt(t=>new RegExp(`^ {0,${t}}>`)),nestedContainerMarkers:/^(?: {0,3}(?:(?:[*+-]|\d{1,9}[.)])[ \t]+|>[ \t]?))+/},Ug=/^(?:[ \t]*(?:\n|$))+/,Hg=/^((?: {4}| {0,3}\t)[^\n]+(?:\n(?:[ \t]*(?:\n|$))*)?)+/,zg=/^ {0,3}(`{3,}(?=[^`\n]*(?:\n|$))|~{3,})([^\n]*)(?:\n|$)(?:|([\s\S]*?)(?:\n|$))(?: {0,3}(?:(?=`)\1`*|(?=~)\1~*) *(?=\n|$)|$)/,Nr=/^ {0,3}((?:-[\t ]*){3,}|(?:_[ \t]*){3,}|(?:\*[ \t]*){3,})(?:\n+|$)/,Wg=/^ {0,3}(#{1,6})(?=\s|$)(.*)(?:\n+|$)/,Ni=/ {0,3}(?:[*+-]|\d{1,9}[.)])/,$i="address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|meta|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul",$r=R(" {0,3}(?:</?(?:tag)(?:[ \\t]+|\\n|/?>)|<(?:(?:script|pre|style|textarea)(?:[\\s>]|$)|!--)|<\\?|<![A-Za-z]|<!\\[CDATA\\[)").replace("tag",$i).getRegex(),Zc=/^(?!bull |blockCode|fences|blockquote|heading|html|table)((?:.|\n(?!\s*?\n|bull |fences|blockquote|heading|hr|html|table))+?)\n {0,3}(=+|-+)[ \t]*(?:\n+|$)/,Yc=R(Zc).replace(/bull/g,Ni).replace(/blockCode/g,/(?: {4}| {0,3}\t)/).replace(/fences/g,/ {0,3}(?:`{3,}|~{3,})/).replace(/blockquote/g,/ {0,3}>/).replace(/heading/g,/ {0,3}#{1,6}(?:\s|$)/).replace(/hr/g,/ {0,3}(?:(?:-[\t ]*){3,}|(?:_[ \t]*){3,}|(?:\*[ \t]*){3,})(?:\n+|$)/).replace(/\|table/g,"").replace(/html/g,$r).getRegex(),qg=R(Zc).replace(/bull/g,Ni).replace(/blockCode/g,/(?: {4}| {0,3}\t)/).replace(/fences/g,/ {0,3}(?:`{3,}|~{3,})/).replace(/blockquote/g,/ {0,3}>/).replace(/heading/g,/ {0,3}#{1,6}(?:\s|$)/).replace(/hr/g,/ {0,3}(?:(?:-[\t ]*){3,}|(?:_[ \t]*){3,}|(?:\*[ \t]*){3,})(?:\n+|$)/).replace(/table/g,/ {0,3}\|?(?:[:\- ]*\|)+[\:\- ]*\n/).replace(/html/g,$r).getRegex(),Li=/^([^\n]+(?:\n(?!hr|heading|lheading|blockquote|fences|list|html|table|[ \t]+\n)[^\n]+)*)/,Gg=/^[^\n]+/,Ii=/(?!\s*\])(?:\\[\s\S]|[^\[\]\\\n]|\n(?![ \t]*\n))+/,Kg=R(/^ {0,3}\[(label)\]: *(?:\n[ \t]*)?([^<\s][^\s]*|<(?:\\.|[^\n<>\\])*>)(?:(?: +(?:\n[ \t]*)?| *\n[ \t]*)(title))? *(?:\n+|$)/).replace("label",Ii).replace("title",/(?:"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\\n]|\n(?!\n))*'|\((?:\\[\s\S]|[^()\\])*\))/).getRegex(),Vg=R(/^(bull)([ \t][^\n]*?)?(?:\n|$)/).replace(/bull/g,Ni).getRegex(),Pi=/<!--(?:-?>|[\s\S]*?(?:-->|$))/,Xg=R("^ {0,3}(?:<(script|pre|style|textarea)[\\s>][\\s\\S]*?(?:</\\1>[^\\n]*\\n*|$)|comment[^\\n]*(\\n+|$)|<\\?[\\s\\S]*?(?:\\?>[^\\n]*\\n*|$)|<![A-Z][\\s\\S]*?(?:>[^\\n]*\\n*|$)|<!\\[CDATA\\[[\\s\\S]*?(?:\\]\\]>[^\\n]*\\n*|$)|</?(tag)(?:[ \\t]+|\\n|/?>|$)[\\s\\S]*?(?:(?:\\n[ 	]*)+\\n|$)|<(?!(?:script|pre|style|textarea)(?![a-z0-9-]))([a-z][a-z0-9-]*)(?:attribute)*?[ \\t]*/?>(?=[ \\t]*(?:\\n|$))[\\s\\S]*?(?:(?:\\n[ 	]*)+\\n|$)|</[a-z][a-z0-9-]*\\s*>(?=[ \\t]*(?:\\n|$))[\\s\\S]*?(?:(?:\\n[ 	]*)+\\n|$))","i").replace("comment",Pi).replace("tag",$i).replace("attribute",/[ \t]+[a-zA-Z:_][\w.:-]*(?:[ \t]*=[ \t]*"[^"\n]*"|[ \t]*=[ \t]*'[^'\n]*'|[ \t]*=[ \t]*[^\s"'=<>`]+)?/).getRegex(),jc=t=>R(Li).replace("hr",Nr).replace("heading"," {0,3}#{1,6}(?:\\s|$)").replace("|lheading","").replace("|table","").replace("blockquote"," {0,3}>").replace("fences"," {0,3}(?:`{3,}(?=[^`\\n]*(?:\\n|$))|~~~)[^\\n]*(?:\\n|$)").replace("list",t).replace("html",$r).getRegex(),Zg=jc(/ {0,3}(?:[*+-]|1[.)])[ \t]+[^ \t\n]/),Yg=jc(/ {0,3}(?:[*+-]|\d{1,9}[.)])(?:[ \t]|\n|$)/),jg=R(/^( {0,3}> ?(?:(?![ \t]*(?:\n|$))(paragraph)|[^\n]*)(?:\n|$))+/).replace("paragraph",Yg).getRegex(),Di={blockquote:jg,code:Hg,def:Kg,fences:zg,heading:Wg,hr:Nr,html:Xg,lheading:Yc,list:Vg,newline:Ug,paragraph:Zg,table:yt,text:Gg},Dc=R("^ *([^\\n ].*)\\n {0,3}((?:\\| *)?:?-+:? *(?:\\| *:?-+:? *)*(?:\\| *)?)(?:\\n((?:(?! *\\n|hr|heading|blockquote|code|fences|list|html).*(?:\\n|$))*)\\n*|$)").replace("hr",Nr).replace("heading"," {0,3}#{1,6}(?:\\s|$)").replace("blockquote"," {0,3}>").replace("code","(?: {4}| {0,3}	)[^\\n]").replace("fences"," {0,3}(?:`{3,}(?=[^`\\n]*(?:\\n|$))|~~~)[^\\n]*(?:\\n|$)").replace("list"," {0,3}(?:[*+-]|1[.)])[ \\t]").replace("html",$r).getRegex(),Jg={...Di,lheading:qg,table:Dc,paragraph:R(Li).replace("hr",Nr).replace("heading"," {0,3}#{1,6}(?:\\s|$)").replace("|lheading","").replace("table",Dc).replace("blockquote"," {0,3}>").replace("fences"," {0,3}(?:`{3,}(?=[^`\\n]*(?:\\n|$))|~~~)[^\\n]*(?:\\n|$)").replace("list"," {0,3}(?:[*+-]|1[.)])[ \\t]+[^ \\t\\n]").replace("html",$r).getRegex()},Qg={...Di,html:R(`^ *(?:comment(?: *\\n|\\s*$)|<(tag)[\\s\\S]+?</\\1>(?: *\\n{2,}|\\s*$)|<tag(?:"[^"]*"|'[^']*'|\\s[^'"/>\\s]*)*?/?>(?: *\\n{2,}|\\s*$))`).replace("comment",Pi).replace(/tag/g,"(?!(?:a|em|strong|small|s|cite|q|dfn|abbr|data|time|code|var|samp|kbd|sub|sup|i|b|u|mark|ruby|rt|rp|bdi|bdo|span|br|wbr|ins|del|img)\\b)\\w+(?!:|[^\\w\\s@]*@)\\b").getRegex(),def:/^ *\[([^\]]+)\]: *<?([^\s>]+)>?(?: +(["(][^\n]+[")]))? *(?:\n+|$)/,heading:/^(#{1,6})(.*)(?:\n+|$)/,fences:yt,lheading:/^(.+?)\n {0,3}(=+|-+) *(?:\n+|$)/,paragraph:R(Li).replace("hr",Nr).replace("heading",` *#{1,6} *[^
]`).replace("|table","").replace("blockquote"," {0,3}>").replace("|fences","").replace("|list","").replace("|html","").replace("|tag","").replace("lheading",Yc).getRegex()},ex=/^\\([!"#$%&'()*+,\-./:;<=>?@\[\]\\^_`{|}~])/,tx=/^(`+)([^`]|[^`][\s\S]*?[^`])\1(?!`)/,Jc=/^( {2,}|\\)\n(?!\s*$)[ \t]*/,rx=/^(`+|[^`])(?:(?= {2,}\n)|[\s\S]*?(?:(?=[\\<!\[`*_]|\b_|$)|[^ ](?= {2,}\n)))/,Pe=/[\p{P}\p{S}]/u,Ft=/[\s\p{P}\p{S}]/u,Lr=/[^\s\p{P}\p{S}]/u,ox=R(/^((?![*_])punctSpace)/,"u").replace(/punctSpace/g,Ft).getRegex(),nx=/[\p{Pi}\p{Ps}"']/u,Qc=/(?!~)[\p{P}\p{S}]/u,ax=/(?!~)[\s\p{P}\p{S}]/u,sx=/(?:[^\s\p{P}\p{S}]|~)/u,ix=R(/link|precode-code|html/,"g").replace("link",/\[(?:[^\[\]`]|(?<a>`+)[^`]+\k<a>(?!`))*?\]\((?:\\[\s\S]|[^\\\(\)]|\((?:\\[\s\S]|[^\\\(\)])*\))*\)/).replace("precode-",Xc?"(?<!`)()":"(^^|[^`])").replace("code",/(?<b>`+)[^`]+\k<b>(?!`)/).replace("html",/<(?! )[^<>]*?>/).getRegex(),eu=/^(?:\*+(?:((?!\*)punct)|([^\s*]))?)|^_+(?:((?!_)punct)|([^\s_]))?/,lx=R(eu,"u").replace(/punct/g,Pe).getRegex(),dx=R(eu,"u").replace(/punct/g,Qc).getRegex(),cx=/^(?:\*+(?:((?!\*)(?!openQuote)punct)|([^\s*]))?)|^_+(?:((?!_)(?!openQuote)punct)|([^\s_]))?/,ux=R(cx,"u").replace(/openQuote/g,nx).replace(/punct/g,Pe).getRegex(),tu="^[^_*]*?__[^_*]*?\\*[^_*]*?(?=__)|[^*]+(?=[^*])|(?!\\*)punct(\\*+)(?=[\\s]|$)|notPunctSpace(\\*+)(?!\\*)(?=punctSpace|$)|(?!\\*)punctSpace(\\*+)(?=notPunctSpace)|[\\s](\\*+)(?!\\*)(?=punct)|(?!\\*)punct(\\*+)(?!\\*)(?=punct)|notPunctSpace(\\*+)(?=notPunctSpace)",px=R(tu,"gu").replace(/notPunctSpace/g,Lr).replace(/punctSpace/g,Ft).replace(/punct/g,Pe).getRegex(),fx=R(tu,"gu").replace(/notPunctSpace/g,sx).replace(/punctSpace/g,ax).replace(/punct/g,Qc).getRegex(),mx="^[^_*]*?__[^_*]*?\\*[^_*]*?(?=__)|[^*]+(?=[^*])|(?!\\*)punct(\\*+)(?=[\\s]|$)|notPunctSpace(\\*+)(?!\\*)(?=punctSpace|$)|(?!\\*)[\\s](\\*+)(?=notPunctSpace)|[\\s](\\*+)(?!\\*)(?=punct)|(?!\\*)punct(\\*+)(?!\\*)(?=punct)|(?:(?!\\*)punct|notPunctSpace)(\\*+)(?!\\*)(?=notPunctSpace)",hx=R(mx,"gu").replace(/notPunctSpace/g,Lr).replace(/punctSpace/g,Ft).replace(/punct/g,Pe).getRegex(),gx=R("^[^_*]*?\\*\\*[^_*]*?_[^_*]*?(?=\\*\\*)|[^_]+(?=[^_])|(?!_)punct(_+)(?=[\\s]|$)|notPunctSpace(_+)(?!_)(?=punctSpace|$)|(?!_)punctSpace(_+)(?=notPunctSpace)|[\\s](_+)(?!_)(?=punct)|(?!_)punct(_+)(?!_)(?=punct)","gu").replace(/notPunctSpace/g,Lr).replace(/punctSpace/g,Ft).replace(/punct/g,Pe).getRegex(),xx="^[^_*]*?\\*\\*[^_*]*?_[^_*]*?(?=\\*\\*)|[^_]+(?=[^_])|(?!_)punct(_+)(?=[\\s]|$)|notPunctSpace(_+)(?!_)(?=punctSpace|$)|(?!_)[\\s](_+)(?=notPunctSpace)|[\\s](_+)(?!_)(?=punct)|(?!_)punct(_+)(?!_)(?=punct)|(?:(?!_)punct|notPunctSpace)(_+)(?!_)(?=notPunctSpace)",bx=R(xx,"gu").replace(/notPunctSpace/g,Lr).replace(/punctSpace/g,Ft).replace(/punct/g,Pe).getRegex(),yx=R(/^~~?(?:((?!~)punct)|[^\s~])/,"u").replace(/punct/g,Pe).getRegex(),wx="^[^~]+(?=[^~])|(?!~)punct(~~?)(?=[\\s]|$)|notPunctSpace(~~?)(?!~)(?=punctSpace|$)|(?!~)punctSpace(~~?)(?=notPunctSpace)|[\\s](~~?)(?!~)(?=punct)|(?!~)punct(~~?)(?!~)(?=punct)|notPunctSpace(~~?)(?=notPunctSpace)",vx=R(wx,"gu").replace(/notPunctSpace/g,Lr).replace(/punctSpace/g,Ft).replace(/punct/g,Pe).getRegex(),kx=R(/\\(punct)/,"gu").replace(/punct/g,Pe).getRegex(),Ex=R(/(`+)(?:[^`]|[^`][\s\S]*?[^`])\1(?!`)|`+|\\(punct)/,"gu").replace(/punct/g,Pe).getRegex(),Sx=R(/^<(scheme:[^\s\x00-\x1f<>]*|email)>/).replace("scheme",/[a-zA-Z][a-zA-Z0-9+.-]{1,31}/).replace("email",/[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+(@)[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)+(?![-_])/).getRegex(),_x=R(Pi).replace("(?:-->|$)","-->").getRegex(),Cx=R("^comment|^</[a-zA-Z][a-zA-Z0-9-]*\\s*>|^<[a-zA-Z][a-zA-Z0-9-]*(?:attribute)*?\\s*/?>|^<\\?[\\s\\S]*?\\?>|^<![a-zA-Z]+\\s[\\s\\S]*?>|^<!\\[CDATA\\[[\\s\\S]*?\\]\\]>").replace("comment",_x).replace("attribute",/\s+[a-zA-Z:_][\w.:-]*(?:\s*=\s*"[^"]*"|\s*=\s*'[^']*'|\s*=\s*[^\s"'=<>`]+)?/).getRegex(),ru=/\[(?:\\[\s\S]|[^\[\]\\])*\]/,Ln=R(/(?:\[(?:brackets|\\[\s\S]|[^\[\]\\])*\]|\\[\s\S]|`+(?!`)[^`]*?`+(?!`)|``+(?=\])|[^\[\]\\`])*?/).replace("brackets",ru).getRegex(),Tx=R(/^!?\[(label)\]\([ \t\n]*(href)(?:(?:[ \t]+(?:\n[ \t]*)?|\n[ \t]*)(title))?[ \t\n]*\)/).replace("label",Ln).replace("href",/<(?:\\.|[^\n<>\\])*>|(?!<)[^ \t\n\x00-\x1f]+|(?=\))/).replace("title",/"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'|\((?:\\[\s\S]|[^)\\])*\)/).getRegex(),Ax=R(/^!?\[(label)\]\[(ref)\]/).replace("label",Ln).replace("ref",Ii).getRegex(),Rx=R(/^!?\[(ref)\](?:\[\])?/).replace("ref",Ii).getRegex(),Bc=/(?!\s*\])(?:\\[\s\S]|[^\[\]\\]){1,999}/,Mx=R(/(?:[^\[\]\\`]*(?:\[(?:brackets|\\[\s\S]|[^\[\]\\])*\]|\\[\s\S]|`+(?!`)[^`]*?`+(?!`)|``+(?=\]))){0,999}?[^\[\]\\`]*?/).replace("brackets",ru).getRegex(),Ox=R("reflink|nolink(?!\\()","g").replace("reflink",R(/^!?\[(label)\]\[(ref)\]/).replace("label",Mx).replace("ref",Bc).getRegex()).replace("nolink",R(/^!?\[(ref)\](?:\[\])?/).replace("ref",Bc).getRegex()).getRegex(),Fc=/[hH][tT][tT][pP][sS]?|[fF][tT][pP]/,Nx=/[A-Za-z0-9._+-]+@[a-zA-Z0-9-_]+(?:\.[a-zA-Z0-9-_]*[a-zA-Z0-9])+(?![\w-])/,$x=R(/(?:mailto:email|xmpp:email(?:\/[A-Za-z0-9@.]+)?)/).replace(/email/g,Nx).getRegex(),Bi={_backpedal:yt,anyPunctuation:kx,anyPunctuationOutsideCode:Ex,autolink:Sx,blockSkip:ix,br:Jc,code:tx,del:yt,delLDelim:yt,delRDelim:yt,emStrongLDelim:lx,emStrongRDelimAst:px,emStrongRDelimUnd:gx,escape:ex,link:Tx,nolink:Rx,punctuation:ox,reflink:Ax,reflinkSearch:Ox,tag:Cx,text:rx,url:yt},Lx={...Bi,emStrongLDelim:ux,emStrongRDelimAst:hx,emStrongRDelimUnd:bx,link:R(/^!?\[(label)\]\((.*?)\)/).replace("label",Ln).getRegex(),reflink:R(/^!?\[(label)\]\s*\[([^\]]*)\]/).replace("label",Ln).getRegex()},Ai={...Bi,emStrongRDelimAst:fx,emStrongLDelim:dx,delLDelim:yx,delRDelim:vx,url:R(/^emailProtocol|^((?:protocol):\/\/|www\.)(?:[a-zA-Z0-9\-]+\.?)+[^\s<]*|^email/).replace("emailProtocol",$x).replace("protocol",Fc).replace("email",/[A-Za-z0-9._+-]+(@)[a-zA-Z0-9-_]+(?:\.[a-zA-Z0-9-_]*[a-zA-Z0-9])+(?![\w-])/).getRegex(),_backpedal:/(?:[^?!.,:;*_'"~()&]+|\([^)]*\)|&(?![a-zA-Z0-9]+;$)|[?!.,:;*_'"~)]+(?!$))+/,del:/^(~~?)(?=[^\s~])((?:\\[\s\S]|[^\\])*?(?:\\[\s\S]|[^\s~\\]))\1(?=[^~]|$)/,text:R(/^(?:[^a-zA-Z0-9](?=emailProtocol)|(`+|~+|[^`~])(?:(?=[`~])|(?= {2,}\n)|(?=[a-zA-Z0-9.!#$%&'*+\/=?_`{\|}~-]+@)|[\s\S]*?(?:(?=[\\<!\[`*~_]|\b_|protocol:\/\/|wwwStart|$)|[^ ](?= {2,}\n)|[^a-zA-Z0-9](?=emailProtocol)|[^a-zA-Z0-9.!#$%&'*+\/=?_`{\|}~-](?=[a-zA-Z0-9.!#$%&'*+\/=?_`{\|}~-]+@))))/).replace("protocol",Fc).replace(/emailProtocol/g,/(?:mailto|xmpp):/).replace("wwwStart",Xc?"(?<![^\\s*_~(])www\\.":"www\\.").getRegex()},Ix={...Ai,br:R(Jc).replace("{2,}","*").getRegex(),text:R(Ai.text).replace("\\b_","\\b_| {2,}\\n").replace(/\{2,\}/g,"*").getRegex()},Nn={normal:Di,gfm:Jg,pedantic:Qg},Mr={normal:Bi,gfm:Ai,breaks:Ix,pedantic:Lx},Px={"&":"&amp;","<":"&lt;",">":"&gt;",'"':"&quot;","'":"&#39;"},Uc=t=>Px[t];function Se(t,e){if(e){if(ue.escapeTest.test(t))return t.replace(ue.escapeReplace,Uc)}else if(ue.escapeTestNoEncode.test(t))return t.replace(ue.escapeReplaceNoEncode,Uc);return t}function Dx(t){return ue.numericCharacterReference.test(t)?t.replace(ue.numericCharacterReferenceOrAmpersand,(e,r,o)=>{if(r===void 0&&o===void 0)return"&amp;";let n=r===void 0?Number.parseInt(o,16):Number.parseInt(r,10);return n===0||n>1114111||n>=55296&&n<=57343?"�":n===38?"&amp;":String.fromCodePoint(n)}):t}function Hc(t){try{t=encodeURI(t).replace(ue.percentDecode,"%")}catch{return null}return t}function zc(t,e){let r=t.replace(ue.findPipe,(a,s,i)=>{let l=!1,d=s;for(;--d>=0&&i[d]==="\\";)l=!l;return l?"|":" |"}),o=r.split(ue.splitPipe),n=0;if(o[0].trim()||o.shift(),o.length>0&&!o.at(-1)?.trim()&&o.pop(),e)if(o.length>e)o.splice(e);else for(;o.length<e;)o.push("");for(;n<o.length;n++)o[n]=o[n].trim().replace(ue.slashPipe,"|");return o}function We(t,e,r){let o=t.length;if(o===0)return"";let n=0;for(;n<o;){let a=t.charAt(o-n-1);if(a===e&&!r)n++;else if(a!==e&&r)n++;else break}return t.slice(0,o-n)}function Wc(t){let e=t.split(`
`),r=e.length-1;for(;r>=0&&ue.blankLine.test(e[r]);)r--;return e.length-r<=2?t:e.slice(0,r+1).join(`
`)}function In(t){return t.trim().replace(ue.multipleSpaceGlobal," ").toLowerCase().toUpperCase().toLowerCase()}function qc(t,e){if(t.indexOf(e[0])===-1&&t.indexOf(e[1])===-1)return-1;let r=0;for(let o=0;o<t.length;o++)if(t[o]==="\\")o++;else if(t[o]===e[0])r++;else if(t[o]===e[1]&&(r--,r<0))return o;return r>0?-2:-1}var Bt=new WeakMap;function Fi(t){let e={"*":-1,_:-1},r=-1,o=t.length;for(let n=0;n<o;n++){let a=t[n];if(a!=="*"&&a!=="_"&&a!=="~")continue;let s=n===0?`
`:t[n-1],i=n+1;for(;i<o&&t[i]===a;)i++;s!==" "&&s!=="	"&&s!==`
`&&s!=="\r"&&s!=="\f"&&(a==="~"?r=n:e[a]=n),n=i-1}return{maskedSrc:t,lastPossibleEmStrongCloserIndex:e,lastPossibleDelCloserIndex:r}}function Bx(t,e){let r=Fi(e),o=Bt.get(t);o?o.push(r):Bt.set(t,[r])}function Fx(t){let e=Bt.get(t);e&&(e.pop(),e.length===0&&Bt.delete(t))}function ou(t,e,r){let o=Bt.get(t)?.at(-1);return o&&o.maskedSrc===e?o.lastPossibleEmStrongCloserIndex[r]:Fi(e).lastPossibleEmStrongCloserIndex[r]}function nu(t,e){let r=Bt.get(t)?.at(-1);return r&&r.maskedSrc===e?r.lastPossibleDelCloserIndex:Fi(e).lastPossibleDelCloserIndex}function $n(t,e=0){let r=e,o="";for(let n of t)if(n==="	"){let a=4-r%4;o+=" ".repeat(a),r+=a}else o+=n,r++;return o}function Ux(t,e){let r="";for(let o=0;o<t.length;o++){if(t[o]==="`"){let n=e.inline.code.exec(t.slice(o));if(n){r+=n[0],o+=n[0].length-1;continue}}if(t[o]==="\\"&&(t[o+1]==="["||t[o+1]==="]")){r+=t[o+1],o++;continue}r+=t[o]}return r}function Gc(t,e,r,o,n){let a=e.href,s=e.title||null,i=Ux(t[1],n),l=t[0].charAt(0)==="!",d=o.state.inLink,c=o.state.linkEmitted,p=o.state.inRawBlock;o.state.inLink=!0,o.state.linkEmitted=!1;let m=o.inlineTokens(i),h=o.state.linkEmitted;if(o.state.linkEmitted=c,o.state.inLink=d,!l){if(h){o.state.inRawBlock=p;return}o.state.linkEmitted=!0}return{type:l?"image":"link",raw:r,href:a,title:s,text:i,tokens:m}}function Hx(t,e,r){let o=t.match(r.other.indentCodeCompensation);if(o===null)return e;let n=o[1];return e.split(`
`).map(a=>{let s=a.match(r.other.beginningSpace);if(s===null)return a;let[i]=s;return a.slice(Math.min(i.length,n.length))}).join(`
`)}function Kc(t,e,r,o){if(!e.includes("<"))return!1;for(let n=0;n<e.length;n++){if(e[n]==="\\"){n++;continue}if(e[n]==="`"){let i=o.inline.code.exec(e.slice(n));if(i){n+=i[0].length-1;continue}}if(e[n]!=="<")continue;let a=t.slice(r+n),s=o.inline.tag.exec(a)||o.inline.autolink.exec(a);if(s){if(s[0].length>e.length-n)return!0;n+=s[0].length-1}}return!1}var wt=class{options;rules;lexer;constructor(t){this.options=t||kt}space(t){let e=this.rules.block.newline.exec(t);if(e&&e[0].length>0)return{type:"space",raw:e[0]}}code(t){let e=this.rules.block.code.exec(t);if(e){let r=this.options.pedantic?e[0]:Wc(e[0]),o=r.replace(this.rules.other.codeRemoveIndent,"");return{type:"code",raw:r,codeBlockStyle:"indented",text:o}}}fences(t){let e=this.rules.block.fences.exec(t);if(e){let r=e[0],o=Hx(r,e[3]||"",this.rules);return e[3]!==void 0&&(o===""||o.endsWith(`
`))&&(o+=`
`),{type:"code",raw:r,lang:e[2]?e[2].trim().replace(this.rules.inline.anyPunctuation,"$1"):e[2],text:o}}}heading(t){let e=this.rules.block.heading.exec(t);if(e){let r=e[2].trim();if(this.rules.other.endingHash.test(r)){let o=We(r,"#");(this.options.pedantic||!o||this.rules.other.endingSpaceTabChar.test(o))&&(r=o.trim())}return{type:"heading",raw:We(e[0],`
`),depth:e[1].length,text:r,tokens:this.lexer.inline(r)}}}hr(t){let e=this.rules.block.hr.exec(t);if(e)return{type:"hr",raw:We(e[0],`
`)}}blockquote(t){let e=this.rules.block.blockquote.exec(t);if(e){let r=We(e[0],`
`).split(`
`),o="",n="",a=[];for(;r.length>0;){let s=!1,i=[],l;for(l=0;l<r.length;l++)if(this.rules.other.blockquoteStart.test(r[l]))i.push(r[l]),s=!0;else if(!s)i.push(r[l]);else break;r=r.slice(l);let d=i.join(`
`),c=d.replace(this.rules.other.blockquoteMarkerWhitespace,(h,x,y)=>y.startsWith(" ")?x+" "+y.slice(1):x+$n(y,x.length)).replace(this.rules.other.blockquoteSetextReplace,`
    $1`).replace(this.rules.other.blockquoteSetextReplace2,"");o=o?`${o}
${d}`:d,n=n?`${n}
${c}`:c;let p=this.lexer.state.top;if(this.lexer.state.top=!0,this.lexer.blockTokens(c,a,!0),this.lexer.state.top=p,r.length===0)break;let m=a.at(-1);if(m?.type==="code"||m?.type==="heading"||m?.type==="hr"||m?.type==="html"||m?.type==="table")break;if(m?.type==="blockquote"){let h=m,x=r.join(`
`),y=h.raw+`
`+x.replace(this.rules.other.blockquoteSetextReplace2,""),b=this.blockquote(y);a[a.length-1]=b;let v=y.substring(b.raw.length).replace(/^\n/,""),M=v?v.split(`
`).length:0,C=M?r.slice(0,-M):r;if(C.length>0&&(o=`${o}
${C.join(`
`)}`),n=n.substring(0,n.length-h.text.length)+b.text,r=r.slice(C.length),r.length>0&&this.rules.other.blockquoteStart.test(r[0]))continue;break}else if(m?.type==="list"){let h=m,x=h.raw+`
`+r.join(`
`),y=this.list(x);a[a.length-1]=y;let b=y.raw.length>h.raw.length?x.slice(h.raw.length+1,y.raw.length).split(`
`).length:0;if(b>0){let v=r.slice(0,b).join(`
`);o=`${o}
${v}`,n=`${n}
${v}`}if(r=r.slice(b),r.length>0&&!this.rules.other.blockquoteStart.test(r[0]))break;continue}}return{type:"blockquote",raw:o,tokens:a,text:n}}}list(t){let e=this.rules.block.list.exec(t);if(e){if(!this.options.pedantic&&this.lexer.state.lastToken?.type==="text"&&!this.rules.other.listInterruptsParagraph.test(t))return;let r=t,o=()=>r.length-t.length,n=e[1].trim(),a=n.length>1,s={type:"list",raw:"",ordered:a,start:a?+n.slice(0,-1):"",loose:!1,items:[]};n=a?`\\d{1,9}\\${n.slice(-1)}`:`\\${n}`,this.options.pedantic&&(n=a?n:"[*+-]");let i=this.rules.other.listItemRegex(n),l=!1;for(;t;){let p=!1,m="";if(!(e=i.exec(t))||this.rules.block.hr.test(t))break;let h=o();t=t.substring(e[0].length);let x=e[2].split(`
`,1)[0],y=e[1].length,b=this.options.pedantic?$n(x,y):x.replace(this.rules.other.leadingSpaceTab,H=>$n(H,y)),v=t.split(`
`,1)[0],M=!b.trim(),C=0;if(this.options.pedantic?(C=2,m=b.trimStart()):M?C=y+1:(C=b.search(this.rules.other.nonSpaceChar),C=C>4?1:C,m=b.slice(C),C+=y),M&&this.rules.other.blankLine.test(v)&&(t=t.substring(v.length+1),p=!0),!p){let H=this.rules.other.nextBulletRegex(C),O=this.rules.other.hrRegex(C),ie=this.rules.other.fencesBeginRegex(C),U=this.options.pedantic?this.rules.other.pedanticHeadingBeginRegex(C):this.rules.other.headingBeginRegex(C),X=this.rules.other.htmlBeginRegex(C),ce=this.rules.other.blockquoteBeginRegex(C),we=!1;for(;t;){let he=t.split(`
`,1)[0],pe;if(v=he,this.options.pedantic?(v=v.replace(this.rules.other.listReplaceNesting,"  "),pe=v):pe=v.replace(this.rules.other.leadingSpaceTab,W=>$n(W)),ie.test(v)||U.test(v)||X.test(v)||ce.test(v)||H.test(v)||O.test(v))break;if(pe.search(this.rules.other.nonSpaceChar)>=C||!v.trim())m+=`
`+pe.slice(C),we=!1;else{if(M)break;let W=b;if(!this.options.pedantic&&!m.includes(`
`)&&!b.includes("	")){let g;for(;!O.test(W)&&(g=this.rules.other.nestedBlockMarker.exec(W));)W=W.slice(g[0].length);if(!W.trim())break}if(W.replace(this.rules.other.tabCharGlobal,"    ").search(this.rules.other.nonSpaceChar)>=4||ie.test(W)||U.test(W)||X.test(W)||O.test(W))break;if(!this.options.pedantic&&!we){let g=b.replace(this.rules.other.nestedContainerMarkers,"");if(this.rules.block.fences.test(g)||this.rules.block.heading.test(g)||this.rules.block.hr.test(g))break}let le=!this.options.pedantic&&/^ {0,3}(?:=+|-+) *$/.test(v)&&this.rules.block.lheading.test(`${b}
${v}`)?`    ${pe.replace(/^ {0,3}/,"")}`:v;m+=`
`+le,we=!0}M=!v.trim(),t=t.substring(he.length+1),b=pe.slice(C)}}let I=r.slice(h,o());s.loose||(l?s.loose=!0:this.rules.other.doubleBlankLine.test(I)&&(l=!0)),s.items.push({type:"list_item",raw:I,task:!!this.options.gfm&&this.rules.other.listIsTask.test(m),loose:!1,text:m,tokens:[]})}let d=s.items.at(-1);if(d)d.raw=d.raw.trimEnd(),d.text=d.text.trimEnd();else return;s.raw=r.slice(0,o()).trimEnd();let c=[];for(let p of s.items)if(this.lexer.state.top=!1,c.push(this.lexer.inlineQueue.length),p.tokens=this.lexer.blockTokens(p.text,[]),!s.loose){let m=p.tokens.filter(x=>x.type==="space"),h=m.length>0&&m.some(x=>this.rules.other.anyLine.test(x.raw));s.loose=h}for(let p=0;p<s.items.length;p++){let m=s.items[p],h=m.tokens[0];if(m.task&&(h?.type==="text"||h?.type==="paragraph")){m.text=m.text.replace(this.rules.other.listReplaceTask,""),h.raw=h.raw.replace(this.rules.other.listReplaceTask,""),h.text=h.text.replace(this.rules.other.listReplaceTask,"");let x=this.lexer.inlineQueue;for(let b=c[p];b<x.length;b++)if(x[b].tokens===h.tokens){x[b].src=x[b].src.replace(this.rules.other.listReplaceTask,"");break}let y=this.rules.other.listTaskCheckbox.exec(m.raw);if(y){let b={type:"checkbox",raw:y[0]+" ",checked:y[0]!=="[ ]"};m.checked=b.checked,s.loose?m.tokens[0]&&["paragraph","text"].includes(m.tokens[0].type)&&"tokens"in m.tokens[0]&&m.tokens[0].tokens?(m.tokens[0].raw=b.raw+m.tokens[0].raw,m.tokens[0].text=b.raw+m.tokens[0].text,m.tokens[0].tokens.unshift(b)):m.tokens.unshift({type:"paragraph",raw:b.raw,text:b.raw,tokens:[b]}):m.tokens.unshift(b)}}else m.task&&(m.task=!1)}if(s.loose)for(let p of s.items){p.loose=!0;for(let m of p.tokens)m.type==="text"&&(m.type="paragraph")}return s}}html(t){let e=this.rules.block.html.exec(t);if(e){if(this.lexer.state.lastToken?.type==="paragraph"&&!this.rules.other.htmlBeginRegex(4).test(t))return;let r=Wc(e[0]);return{type:"html",block:!0,raw:r,pre:e[1]==="pre"||e[1]==="script"||e[1]==="style",text:r}}}def(t){let e=this.rules.block.def.exec(t);if(e){if(!this.rules.other.startAngleBracket.test(e[2])&&qc(e[2],"()")!==-1)return;let r=In(e[1]),o=e[2]?e[2].replace(this.rules.other.hrefBrackets,"$1").replace(this.rules.inline.anyPunctuation,"$1"):"",n=e[3]?e[3].substring(1,e[3].length-1).replace(this.rules.inline.anyPunctuation,"$1"):e[3];return{type:"def",tag:r,raw:We(e[0],`
`),href:o,title:n}}}table(t){let e=this.rules.block.table.exec(t);if(!e||!this.rules.other.tableDelimiter.test(e[2]))return;let r=zc(e[1]),o=e[2].replace(this.rules.other.tableAlignChars,"").split("|"),n=e[3]?.trim()?e[3].replace(this.rules.other.tableRowBlankLine,"").split(`
`):[],a={type:"table",raw:We(e[0],`
`),header:[],align:[],rows:[]};if(r.length===o.length){for(let s of o)this.rules.other.tableAlignRight.test(s)?a.align.push("right"):this.rules.other.tableAlignCenter.test(s)?a.align.push("center"):this.rules.other.tableAlignLeft.test(s)?a.align.push("left"):a.align.push(null);for(let s=0;s<r.length;s++)a.header.push({text:r[s],tokens:this.lexer.inline(r[s]),header:!0,align:a.align[s]});for(let s of n)a.rows.push(zc(s,a.header.length).map((i,l)=>({text:i,tokens:this.lexer.inline(i),header:!1,align:a.align[l]})));return a}}lheading(t){let e=this.rules.block.lheading.exec(t);if(e){let r=e[1].trim();return{type:"heading",raw:We(e[0],`
`),depth:e[2].charAt(0)==="="?1:2,text:r,tokens:this.lexer.inline(r)}}}paragraph(t){let e=this.rules.block.paragraph.exec(t);if(e){let r=e[1].charAt(e[1].length-1)===`
`?e[1].slice(0,-1):e[1];return{type:"paragraph",raw:e[0],text:r,tokens:this.lexer.inline(r)}}}text(t){let e=this.rules.block.text.exec(t);if(e)return{type:"text",raw:e[0],text:e[0],tokens:this.lexer.inline(e[0])}}escape(t){if(t.charCodeAt(0)!==92)return;let e=this.rules.inline.escape.exec(t);if(e)return{type:"escape",raw:e[0],text:e[1]}}tag(t){if(t.charCodeAt(0)!==60)return;let e=this.rules.inline.tag.exec(t);if(e)return!this.lexer.state.inLink&&this.rules.other.startATag.test(e[0])?this.lexer.state.inLink=!0:this.lexer.state.inLink&&this.rules.other.endATag.test(e[0])&&(this.lexer.state.inLink=!1),!this.lexer.state.inRawBlock&&this.rules.other.startPreScriptTag.test(e[0])?this.lexer.state.inRawBlock=!0:this.lexer.state.inRawBlock&&this.rules.other.endPreScriptTag.test(e[0])&&(this.lexer.state.inRawBlock=!1),{type:"html",raw:e[0],inLink:this.lexer.state.inLink,inRawBlock:this.lexer.state.inRawBlock,block:!1,text:e[0]}}link(t){if(this.lexer.state.linkParenPossible===!1)return;let e=t.charCodeAt(0);if(e!==91&&e!==33)return;let r=this.rules.inline.link.exec(t);if(r){let o=r[0].charAt(0)==="!"?2:1;if(!this.options.pedantic&&Kc(t,r[1],o,this.rules))return;let n=r[2].trim();if(!this.options.pedantic&&this.rules.other.startAngleBracket.test(n)){if(!this.rules.other.endAngleBracket.test(n))return;let l=We(n.slice(0,-1),"\\");if((n.length-l.length)%2===0)return}else{let l=qc(r[2],"()");if(l===-2)return;if(l>-1){let d=(r[0].indexOf("!")===0?5:4)+r[1].length+l;r[2]=r[2].substring(0,l),r[0]=r[0].substring(0,d).trim(),r[3]=""}}let a=We(r[0].slice(0,-1),"\\");if((r[0].length-a.length)%2===0)return;let s=r[2],i="";if(this.options.pedantic){let l=this.rules.other.pedanticHrefTitle.exec(s);l&&(s=l[1],i=l[3])}else i=r[3]?r[3].slice(1,-1):"";return s=s.trim(),this.rules.other.startAngleBracket.test(s)&&(this.options.pedantic&&!this.rules.other.endAngleBracket.test(n)?s=s.slice(1):s=s.slice(1,-1)),Gc(r,{href:s&&s.replace(this.rules.inline.anyPunctuation,"$1"),title:i&&i.replace(this.rules.inline.anyPunctuation,"$1")},r[0],this.lexer,this.rules)}}reflink(t,e){let r=t.charCodeAt(0);if(r!==91&&r!==33)return;let o;if((o=this.rules.inline.reflink.exec(t))||(o=this.rules.inline.nolink.exec(t))){let n=o[0].charAt(0)==="!"?2:1;if(!this.options.pedantic&&Kc(t,o[1],n,this.rules))return;let a=e[In(o[2]||o[1])];if(!a){let s=o[0].charAt(0);return{type:"text",raw:s,text:s}}return Gc(o,a,o[0],this.lexer,this.rules)}}emStrong(t,e,r=""){let o=this.rules.inline.emStrongLDelim.exec(t);if(!o||!o[1]&&!o[2]&&!o[3]&&!o[4])return;let n=o[0][0],a=r===n,s=e.length-t.length,i=s;for(;!this.options.pedantic&&i>0&&e[i-1]===n;)i--;let l=[...e.slice(Math.max(0,i-2),i)].at(-1)??"",d=l==="*"||l==="_"||!!this.rules.inline.punctuation.exec(l);i<s&&(r=l);let c=i<s?d:r==="*"||r==="_"||!!this.rules.inline.punctuation.exec(r);if(o[4]&&r.match(this.rules.other.unicodeAlphaNumeric))return;let p=o[1]||o[3]||"";if(!p||!r||c){let m=[...o[0]].length-1,h,x,y=m,b=0,v=s-i+m,M=!this.options.pedantic&&!!l.trim()&&(!!p||n==="*"&&!d);if(n!=="*"&&n!=="_")return;let C=n==="*"?this.rules.inline.emStrongRDelimAst:this.rules.inline.emStrongRDelimUnd,I=ou(this,e,n),H=e.length-t.length+m;if(I<H)return;e=e.slice(-1*t.length+m);let O=I-H;for(C.lastIndex=0;(o=C.exec(e))!==null&&!(o.index>O);){if(h=o[1]||o[2]||o[3]||o[4]||o[5]||o[6],!h)continue;if(x=[...h].length,o[3]||o[4]){y+=x;continue}else if((o[5]||o[6]||M)&&v%3&&!((v+x)%3)){if(a&&(o[5]||o[6]))break;b+=x;continue}if(y-=x,y>0)continue;x=Math.min(x,x+y+b);let ie=[...o[0]][0].length,U=t.slice(0,m+o.index+ie+x);if(Math.min(m,x)%2){let ce=U.slice(1,-1);return{type:"em",raw:U,text:ce,tokens:this.lexer.inlineTokens(ce)}}let X=U.slice(2,-2);return{type:"strong",raw:U,text:X,tokens:this.lexer.inlineTokens(X)}}}}codespan(t){if(t.charCodeAt(0)!==96)return;let e=this.rules.inline.code.exec(t);if(e){let r=e[2].replace(this.rules.other.newLineCharGlobal," "),o=this.rules.other.nonSpaceChar.test(r),n=this.rules.other.startingSpaceChar.test(r)&&this.rules.other.endingSpaceChar.test(r);return o&&n&&(r=r.substring(1,r.length-1)),{type:"codespan",raw:e[0],text:r}}}br(t){let e=t.charCodeAt(0);if(e!==32&&e!==92&&e!==10)return;let r=this.rules.inline.br.exec(t);if(r)return{type:"br",raw:r[0]}}del(t,e,r=""){if(t.charCodeAt(0)!==126)return;let o=this.rules.inline.delLDelim.exec(t);if(o&&(!o[1]||!r||this.rules.inline.punctuation.exec(r))){let n=[...o[0]].length-1,a,s,i=n,l=this.rules.inline.delRDelim,d=nu(this,e),c=e.length-t.length+n;if(d<c)return;e=e.slice(-1*t.length+n);let p=d-c;for(l.lastIndex=0;(o=l.exec(e))!==null&&!(o.index>p);){if(a=o[1]||o[2]||o[3]||o[4]||o[5]||o[6],!a||(s=[...a].length,s!==n))continue;if(o[3]||o[4]){i+=s;continue}if(i-=s,i>0)continue;s=Math.min(s,s+i);let m=[...o[0]][0].length,h=t.slice(0,n+o.index+m+s),x=h.slice(n,-n);return{type:"del",raw:h,text:x,tokens:this.lexer.inlineTokens(x)}}}}autolink(t){if(t.charCodeAt(0)!==60)return;let e=this.rules.inline.autolink.exec(t);if(e){let r,o;return e[2]==="@"?(r=e[1],o="mailto:"+r):(r=e[1],o=r),{type:"link",raw:e[0],text:r,href:o,autolink:!0,tokens:[{type:"text",raw:r,text:r}]}}}url(t){let e;if(e=this.rules.inline.url.exec(t)){let r,o;if(e[2]==="@")r=e[0],o="mailto:"+r;else{let n;do n=e[0],e[0]=this.rules.inline._backpedal.exec(e[0])?.[0]??"";while(n!==e[0]);r=e[0],e[1]==="www."?o="http://"+e[0]:o=e[0]}return{type:"link",raw:e[0],text:r,href:o,autolink:!0,tokens:[{type:"text",raw:r,text:r}]}}}inlineText(t){let e=this.rules.inline.text.exec(t);if(e){let r=this.lexer.state.inRawBlock;return{type:"text",raw:e[0],text:r?e[0]:Dx(e[0]),escaped:r}}}},_e=class Ri{tokens;options;state;inlineQueue;tokenizer;constructor(e){this.tokens=[],this.tokens.links=Object.create(null),this.options=e||kt,this.options.tokenizer=this.options.tokenizer||new wt,this.tokenizer=this.options.tokenizer,this.tokenizer.options=this.options,this.tokenizer.lexer=this,this.inlineQueue=[],this.state={inLink:!1,inRawBlock:!1,linkEmitted:!1,linkParenPossible:!0,top:!0};let r={other:ue,block:Nn.normal,inline:Mr.normal};this.options.pedantic?(r.block=Nn.pedantic,r.inline=Mr.pedantic):this.options.gfm&&(r.block=Nn.gfm,this.options.breaks?r.inline=Mr.breaks:r.inline=Mr.gfm),this.tokenizer.rules=r}static get rules(){return{block:Nn,inline:Mr}}static lex(e,r){return new Ri(r).lex(e)}static lexInline(e,r){return new Ri(r).inlineTokens(e)}lex(e){e=e.replace(ue.carriageReturn,`
`),this.blockTokens(e,this.tokens);for(let r=0;r<this.inlineQueue.length;r++){let o=this.inlineQueue[r];this.state.inRawBlock=!1,this.inlineTokens(o.src,o.tokens)}return this.inlineQueue=[],this.tokens}blockTokens(e,r=[],o=!1){this.tokenizer.lexer=this;let n=this.state.lastToken;this.options.pedantic&&(e=e.replace(ue.tabCharGlobal,"    ").replace(ue.spaceLine,""));let a=1/0,s,i=this.options.gfm&&!this.options.pedantic&&this.tokenizer.paragraph===wt.prototype.paragraph;for(;e;){if(e.length<a)a=e.length;else{this.infiniteLoopError(e.charCodeAt(0));break}this.state.lastToken=r.at(-1);let l;if(this.options.extensions?.block?.some(c=>(l=c.call({lexer:this},e,r))?(e=e.substring(l.raw.length),r.push(l),!0):!1))continue;if(l=this.tokenizer.space(e)){e=e.substring(l.raw.length);let c=r.at(-1);l.raw.length===1&&c!==void 0?c.raw+=`
`:r.push(l);continue}if(l=this.tokenizer.code(e)){e=e.substring(l.raw.length);let c=r.at(-1);c?.type==="paragraph"||c?.type==="text"?(c.raw+=(c.raw.endsWith(`
`)?"":`
`)+l.raw,c.text+=`
`+l.text,this.inlineQueue.at(-1).src=c.text):r.push(l);continue}if(l=this.tokenizer.fences(e)){e=e.substring(l.raw.length),r.push(l);continue}if(l=this.tokenizer.heading(e)){e=e.substring(l.raw.length),r.push(l);continue}if(l=this.tokenizer.hr(e)){e=e.substring(l.raw.length),r.push(l);continue}if(l=this.tokenizer.blockquote(e)){e=e.substring(l.raw.length),r.push(l);continue}if(l=this.tokenizer.list(e)){e=e.substring(l.raw.length),r.push(l);continue}if(l=this.tokenizer.html(e)){e=e.substring(l.raw.length),r.push(l);continue}if(l=this.tokenizer.def(e)){e=e.substring(l.raw.length);let c=r.at(-1);c?.type==="paragraph"||c?.type==="text"?(c.raw+=(c.raw.endsWith(`
`)?"":`
`)+l.raw,c.text+=`
`+l.raw,this.inlineQueue.at(-1).src=c.text):(this.tokens.links[l.tag]||(this.tokens.links[l.tag]={href:l.href,title:l.title}),r.push(l));continue}if(l=this.tokenizer.table(e)){e=e.substring(l.raw.length),r.push(l);continue}if(l=this.tokenizer.lheading(e)){e=e.substring(l.raw.length),r.push(l);continue}let d=e;if(this.options.extensions?.startBlock){let c=1/0,p=e.slice(1),m;this.options.extensions.startBlock.forEach(h=>{m=h.call({lexer:this},p),typeof m=="number"&&m>=0&&(c=Math.min(c,m))}),c<1/0&&c>=0&&(d=e.substring(0,c+1))}if(this.state.top&&(l=this.tokenizer.paragraph(d))){let c=r.at(-1);(o||c===s&&i)&&c?.type==="paragraph"?(c.raw+=(c.raw.endsWith(`
`)?"":`
`)+l.raw,c.text+=`
`+l.text,this.inlineQueue.pop(),this.inlineQueue.at(-1).src=c.text,s=c):(r.push(l),s=l),o=d.length!==e.length,e=e.substring(l.raw.length);continue}if(l=this.tokenizer.text(e)){e=e.substring(l.raw.length);let c=r.at(-1);c?.type==="text"?(c.raw+=(c.raw.endsWith(`
`)?"":`
`)+l.raw,c.text+=`
`+l.text,this.inlineQueue.pop(),this.inlineQueue.at(-1).src=c.text):r.push(l);continue}if(e){this.infiniteLoopError(e.charCodeAt(0));break}}return this.state.top=!0,this.state.lastToken=n,r}inline(e,r=[]){return this.inlineQueue.push({src:e,tokens:r}),r}linkInText(e){if(!e.includes("["))return!1;let r=this.tokenizer.rules.inline.link;for(let o of e.matchAll(this.tokenizer.rules.inline.blockSkip))if(r.test(o[0])&&e.charAt(o.index-1)!=="!")return!0;for(let o of e.matchAll(this.tokenizer.rules.inline.reflinkSearch)){let n=o[0],a=n.lastIndexOf("[");if(!(n.charAt(0)==="!"||!Object.hasOwn(this.tokens.links,In(n.slice(a+1,-1))))&&!(a>1&&this.linkInText(n.slice(1,a-1))))return!0}return!1}inlineTokens(e,r=[]){this.tokenizer.lexer=this;let o=this.state.linkParenPossible;this.state.linkParenPossible=e.includes(")");try{return this.#e(e,r)}finally{this.state.linkParenPossible=o}}#e(e,r){let o=e.includes("*")||e.includes("_")||e.includes("~"),n=o||this.options.hooks?.emStrongMask||this.tokenizer.emStrong!==wt.prototype.emStrong||this.tokenizer.del!==wt.prototype.del?this.#o(e):e;if(!o)return this.#t(e,n,r);Bx(this.tokenizer,n);try{return this.#t(e,n,r)}finally{Fx(this.tokenizer)}}#t(e,r,o){let n=!1,a="",s=1/0;for(;e;){if(e.length<s)s=e.length;else{this.infiniteLoopError(e.charCodeAt(0));break}n||(a=""),n=!1;let i;if(this.options.extensions?.inline?.some(c=>(i=c.call({lexer:this},e,o))?(e=e.substring(i.raw.length),o.push(i),!0):!1))continue;if(i=this.tokenizer.escape(e)){e=e.substring(i.raw.length),o.push(i);continue}if(i=this.tokenizer.tag(e)){e=e.substring(i.raw.length),o.push(i);continue}if(i=this.tokenizer.link(e)){e=e.substring(i.raw.length),o.push(i);continue}if(i=this.tokenizer.reflink(e,this.tokens.links)){e=e.substring(i.raw.length);let c=o.at(-1);i.type==="text"&&c?.type==="text"?(c.raw+=i.raw,c.text+=i.text):o.push(i);continue}let l=e[0];if(l==="*"||l==="_"){let c=r.length-e.length;if(ou(this.tokenizer,r,l)<=c){let p=1;for(;p<e.length&&e.charCodeAt(p)===l.charCodeAt(0);)p++;let m=e.substring(0,p),h=o.at(-1);h?.type==="text"&&!h.escaped?(h.raw+=m,h.text+=m):o.push({type:"text",raw:m,text:m,escaped:!1}),e=e.substring(p),a=l,n=!0;continue}}else if(l==="~"){let c=r.length-e.length;if(nu(this.tokenizer,r)<=c){let p=1;for(;p<e.length&&e.charCodeAt(p)===126;)p++;let m=e.substring(0,p),h=o.at(-1);h?.type==="text"&&!h.escaped?(h.raw+=m,h.text+=m):o.push({type:"text",raw:m,text:m,escaped:!1}),e=e.substring(p),a=l,n=!0;continue}}if(i=this.tokenizer.emStrong(e,r,a)){e=e.substring(i.raw.length),o.push(i);continue}if(i=this.tokenizer.codespan(e)){e=e.substring(i.raw.length),o.push(i);continue}if(i=this.tokenizer.br(e)){e=e.substring(i.raw.length),o.push(i);continue}if(i=this.tokenizer.del(e,r,a)){e=e.substring(i.raw.length),o.push(i);continue}if(i=this.tokenizer.autolink(e)){e=e.substring(i.raw.length),o.push(i);continue}if(!this.state.inLink&&(i=this.tokenizer.url(e))){e=e.substring(i.raw.length),o.push(i);continue}let d=e;if(this.options.extensions?.startInline){let c=1/0,p=e.slice(1),m;this.options.extensions.startInline.forEach(h=>{m=h.call({lexer:this},p),typeof m=="number"&&m>=0&&(c=Math.min(c,m))}),c<1/0&&c>=0&&(d=e.substring(0,c+1))}if(i=this.tokenizer.inlineText(d)){e=e.substring(i.raw.length),i.raw.slice(-1)!=="_"&&(a=i.raw.slice(-1)),n=!0;let c=o.at(-1);c?.type==="text"?(c.raw+=i.raw,c.text+=i.text):o.push(i);continue}if(e){this.infiniteLoopError(e.charCodeAt(0));break}}return o}#r(e){let{blockSkip:r,tag:o,autolink:n}=this.tokenizer.rules.inline,a="",s=0,i;for(r.lastIndex=0;i=r.exec(e);){let l=i.index+(i[2]?i[2].length:0),d=i.index+i[0].length;if(e.charAt(l)==="<"){let c=e.slice(l),p=o.exec(c)||n.exec(c);if(!p){r.lastIndex=l+1;continue}d=l+p[0].length,r.lastIndex=d}a+=e.slice(s,l)+"["+"a".repeat(d-l-2)+"]",s=d}return a+e.slice(s)}#o(e){let r=e;if(this.tokens.links&&e.includes("[")){let o=this.tokenizer.rules.inline.reflinkSearch,n=a=>{let s=a.lastIndexOf("[");if(!Object.hasOwn(this.tokens.links,In(a.slice(s+1,-1))))return a;if(s>1&&a.charAt(0)!=="!"){let i=a.slice(1,s-1);if(this.linkInText(i))return"["+i.replace(o,n)+"]["+"a".repeat(a.length-s-2)+"]"}return"["+"a".repeat(a.length-2)+"]"};r=r.replace(o,n)}return r=r.replace(this.tokenizer.rules.inline.anyPunctuationOutsideCode,(o,n,a)=>a?"+".repeat(o.length):n?n+o.slice(n.length,-n.length).replace(/`/g,"+")+n:o),r=this.#r(r),r=this.options.hooks?.emStrongMask?.call({lexer:this},r)??r,r}infiniteLoopError(e){let r="Infinite loop on byte: "+e;if(this.options.silent)console.error(r);else throw new Error(r)}},Pn=class{options;parser;constructor(t){this.options=t||kt}space(t){return""}code({text:t,lang:e,escaped:r}){let o=(e||"").match(ue.notSpaceStart)?.[0],n=t?t.replace(ue.endingNewline,"")+`
`:"";return o?'<pre><code class="language-'+Se(o)+'">'+(r?n:Se(n,!0))+`</code></pre>
`:"<pre><code>"+(r?n:Se(n,!0))+`</code></pre>
`}blockquote({tokens:t}){return`<blockquote>
${this.parser.parse(t)}</blockquote>
`}html({text:t}){return t}def(t){return""}heading({tokens:t,depth:e}){return`<h${e}>${this.parser.parseInline(t)}</h${e}>
`}hr(t){return`<hr>
`}list(t){let e=t.ordered,r=t.start,o="";for(let s=0;s<t.items.length;s++){let i=t.items[s];o+=this.listitem(i)}let n=e?"ol":"ul",a=e&&r!==1?' start="'+r+'"':"";return"<"+n+a+`>
`+o+"</"+n+`>
`}listitem(t){return`<li>${this.parser.parse(t.tokens)}</li>
`}checkbox({checked:t}){return"<input "+(t?'checked="" ':"")+'disabled="" type="checkbox"> '}paragraph({tokens:t}){return`<p>${this.parser.parseInline(t)}</p>
`}table(t){let e="",r="";for(let n=0;n<t.header.length;n++)r+=this.tablecell(t.header[n]);e+=this.tablerow({text:r});let o="";for(let n=0;n<t.rows.length;n++){let a=t.rows[n];r="";for(let s=0;s<a.length;s++)r+=this.tablecell(a[s]);o+=this.tablerow({text:r})}return o&&(o=`<tbody>${o}</tbody>`),`<table>
<thead>
`+e+`</thead>
`+o+`</table>
`}tablerow({text:t}){return`<tr>
${t}</tr>
`}tablecell(t){let e=this.parser.parseInline(t.tokens),r=t.header?"th":"td";return(t.align?`<${r} align="${t.align}">`:`<${r}>`)+e+`</${r}>
`}strong({tokens:t}){return`<strong>${this.parser.parseInline(t)}</strong>`}em({tokens:t}){return`<em>${this.parser.parseInline(t)}</em>`}codespan({text:t}){return`<code>${Se(t,!0)}</code>`}br(t){return"<br>"}del({tokens:t}){return`<del>${this.parser.parseInline(t)}</del>`}link({href:t,title:e,text:r,tokens:o,autolink:n}){let a=n?Se(r,!0):this.parser.parseInline(o),s=Hc(t);if(s===null)return a;t=Se(s,n);let i='<a href="'+t+'"';return e&&(i+=' title="'+Se(e)+'"'),i+=">"+a+"</a>",i}image({href:t,title:e,text:r,tokens:o}){o&&(r=this.parser.parseInline(o,this.parser.textRenderer));let n=Hc(t);if(n===null)return Se(r);t=n;let a=`<img src="${Se(t)}" alt="${Se(r)}"`;return e&&(a+=` title="${Se(e)}"`),a+=">",a}text(t){return"tokens"in t&&t.tokens?this.parser.parseInline(t.tokens):"escaped"in t&&t.escaped?t.text:Se(t.text)}},Ui=class{parser;strong({text:t,tokens:e}){return e?this.parser.parseInline(e,this):t}em({text:t,tokens:e}){return e?this.parser.parseInline(e,this):t}codespan({text:t}){return t}del({text:t,tokens:e}){return e?this.parser.parseInline(e,this):t}html({text:t}){return t}text({text:t}){return t}link({text:t,tokens:e}){return e?this.parser.parseInline(e,this):t}image({text:t,tokens:e}){return e?this.parser.parseInline(e,this):t}br(){return`
`}checkbox({raw:t}){return t}},Me=class Mi{options;renderer;textRenderer;constructor(e){this.options=e||kt,this.options.renderer=this.options.renderer||new Pn,this.renderer=this.options.renderer,this.renderer.options=this.options,this.renderer.parser=this,this.textRenderer=new Ui,this.textRenderer.parser=this}static parse(e,r){return new Mi(r).parse(e)}static parseInline(e,r){return new Mi(r).parseInline(e)}parse(e){this.renderer.parser=this;let r="";for(let o=0;o<e.length;o++){let n=e[o];if(this.options.extensions?.renderers?.[n.type]){let s=n,i=this.options.extensions.renderers[s.type].call({parser:this},s);if(i!==!1||!["space","hr","heading","code","table","blockquote","list","checkbox","html","def","paragraph","text"].includes(s.type)){r+=i===!1?"":i??"";continue}}let a=n;switch(a.type){case"space":{r+=this.renderer.space(a);break}case"hr":{r+=this.renderer.hr(a);break}case"heading":{r+=this.renderer.heading(a);break}case"code":{r+=this.renderer.code(a);break}case"table":{r+=this.renderer.table(a);break}case"blockquote":{r+=this.renderer.blockquote(a);break}case"list":{r+=this.renderer.list(a);break}case"checkbox":{r+=this.renderer.checkbox(a);break}case"html":{r+=this.renderer.html(a);break}case"def":{r+=this.renderer.def(a);break}case"paragraph":{r+=this.renderer.paragraph(a);break}case"text":{r+=this.renderer.text(a);break}default:{let s='Token with "'+a.type+'" type was not found.';if(this.options.silent)return console.error(s),"";throw new Error(s)}}}return r}parseInline(e,r=this.renderer){this.renderer.parser=this;let o="";for(let n=0;n<e.length;n++){let a=e[n];if(this.options.extensions?.renderers?.[a.type]){let i=this.options.extensions.renderers[a.type].call({parser:this},a);if(i!==!1||!["escape","html","link","image","checkbox","strong","em","codespan","br","del","text"].includes(a.type)){o+=i===!1?"":i??"";continue}}let s=a;switch(s.type){case"escape":{o+=r.text(s);break}case"html":{o+=r.html(s);break}case"link":{o+=r.link(s);break}case"image":{o+=r.image(s);break}case"checkbox":{o+=r.checkbox(s);break}case"strong":{o+=r.strong(s);break}case"em":{o+=r.em(s);break}case"codespan":{o+=r.codespan(s);break}case"br":{o+=r.br(s);break}case"del":{o+=r.del(s);break}case"text":{o+=r.text(s);break}default:{let i='Token with "'+s.type+'" type was not found.';if(this.options.silent)return console.error(i),"";throw new Error(i)}}}return o}},Or=class{options;block;constructor(t){this.options=t||kt}static passThroughHooks=new Set(["preprocess","postprocess","processAllTokens","emStrongMask"]);static passThroughHooksRespectAsync=new Set(["preprocess","postprocess","processAllTokens"]);preprocess(t){return t}postprocess(t){return t}processAllTokens(t){return t}emStrongMask(t){return t}provideLexer(t=this.block){return t?_e.lex:_e.lexInline}provideParser(t=this.block){return t?Me.parse:Me.parseInline}};function je(t,e){if(Array.isArray(e))for(let r=0;r<e.length;r++)t.push(e[r]);else t.push(e)}var zx=class{defaults=Oi();options=this.setOptions;parse=this.parseMarkdown(!0);parseInline=this.parseMarkdown(!1);Parser=Me;Renderer=Pn;TextRenderer=Ui;Lexer=_e;Tokenizer=wt;Hooks=Or;constructor(...t){this.use(...t)}walkTokens(t,e){let r=[];for(let o of t)switch(je(r,e.call(this,o)),o.type){case"table":{let n=o;for(let a of n.header)je(r,this.walkTokens(a.tokens,e));for(let a of n.rows)for(let s of a)je(r,this.walkTokens(s.tokens,e));break}case"list":{let n=o;je(r,this.walkTokens(n.items,e));break}default:{let n=o;this.defaults.extensions?.childTokens?.[n.type]?this.defaults.extensions.childTokens[n.type].forEach(a=>{let s=n[a].flat(1/0);je(r,this.walkTokens(s,e))}):n.tokens&&je(r,this.walkTokens(n.tokens,e))}}return r}use(...t){let e=this.defaults.extensions||{renderers:Object.create(null),childTokens:Object.create(null)};return t.forEach(r=>{let o={...r};if(o.async=this.defaults.async||o.async||!1,r.extensions&&(r.extensions.forEach(n=>{if(!n.name)throw new Error("extension name required");if("renderer"in n){let a=e.renderers[n.name];a?e.renderers[n.name]=function(...s){let i=n.renderer.apply(this,s);return i===!1&&(i=a.apply(this,s)),i}:e.renderers[n.name]=n.renderer}if("tokenizer"in n){if(!n.level||n.level!=="block"&&n.level!=="inline")throw new Error("extension level must be 'block' or 'inline'");let a=e[n.level];a?a.unshift(n.tokenizer):e[n.level]=[n.tokenizer],n.start&&(n.level==="block"?e.startBlock?e.startBlock.push(n.start):e.startBlock=[n.start]:n.level==="inline"&&(e.startInline?e.startInline.push(n.start):e.startInline=[n.start]))}"childTokens"in n&&n.childTokens&&(e.childTokens[n.name]=n.childTokens)}),o.extensions=e),r.renderer){let n=this.defaults.renderer||new Pn(this.defaults);for(let a in r.renderer){if(!(a in n))throw new Error(`renderer '${a}' does not exist`);if(["options","parser"].includes(a))continue;let s=a,i=r.renderer[s],l=n[s];n[s]=(...d)=>{let c=i.apply(n,d);return c===!1&&(c=l.apply(n,d)),c===!1?"":c??""}}o.renderer=n}if(r.tokenizer){let n=this.defaults.tokenizer||new wt(this.defaults);for(let a in r.tokenizer){if(!(a in n))throw new Error(`tokenizer '${a}' does not exist`);if(["options","rules","lexer"].includes(a))continue;let s=a,i=r.tokenizer[s],l=n[s];n[s]=(...d)=>{let c=i.apply(n,d);return c===!1&&(c=l.apply(n,d)),c}}o.tokenizer=n}if(r.hooks){let n=this.defaults.hooks||new Or;for(let a in r.hooks){if(!(a in n))throw new Error(`hook '${a}' does not exist`);if(["options","block"].includes(a))continue;let s=a,i=r.hooks[s],l=n[s];Or.passThroughHooks.has(a)?n[s]=d=>{if(n.options.async&&Or.passThroughHooksRespectAsync.has(a))return(async()=>{let p=await i.call(n,d);return l.call(n,p)})();let c=i.call(n,d);return l.call(n,c)}:n[s]=(...d)=>{if(n.options.async)return(async()=>{let p=await i.apply(n,d);return p===!1&&(p=await l.apply(n,d)),p})();let c=i.apply(n,d);return c===!1&&(c=l.apply(n,d)),c}}o.hooks=n}if(r.walkTokens){let n=this.defaults.walkTokens,a=r.walkTokens;o.walkTokens=function(s){let i=[];return je(i,a.call(this,s)),n&&je(i,n.call(this,s)),i}}this.defaults={...this.defaults,...o}}),this}setOptions(t){return this.defaults={...this.defaults,...t},this}lexer(t,e){return _e.lex(t,e??this.defaults)}parser(t,e){return Me.parse(t,e??this.defaults)}parseMarkdown(t){return(e,r)=>{let o={...r},n={...this.defaults,...o},a=this.onError(!!n.silent,!!n.async);if(this.defaults.async===!0&&o.async===!1)return a(new Error("marked(): The async option was set to true by an extension. Remove async: false from the parse options object to return a Promise."));if(typeof e>"u"||e===null)return a(new Error("marked(): input parameter is undefined or null"));if(typeof e!="string")return a(new Error("marked(): input parameter is of type "+Object.prototype.toString.call(e)+", string expected"));if(n.hooks&&(n.hooks.options=n,n.hooks.block=t),n.async)return(async()=>{let s=n.hooks?await n.hooks.preprocess(e):e,i=await(n.hooks?await n.hooks.provideLexer(t):t?_e.lex:_e.lexInline)(s,n),l=n.hooks?await n.hooks.processAllTokens(i):i;n.walkTokens&&await Promise.all(this.walkTokens(l,n.walkTokens));let d=await(n.hooks?await n.hooks.provideParser(t):t?Me.parse:Me.parseInline)(l,n);return n.hooks?await n.hooks.postprocess(d):d})().catch(a);try{n.hooks&&(e=n.hooks.preprocess(e));let s=(n.hooks?n.hooks.provideLexer(t):t?_e.lex:_e.lexInline)(e,n);n.hooks&&(s=n.hooks.processAllTokens(s)),n.walkTokens&&this.walkTokens(s,n.walkTokens);let i=(n.hooks?n.hooks.provideParser(t):t?Me.parse:Me.parseInline)(s,n);return n.hooks&&(i=n.hooks.postprocess(i)),i}catch(s){return a(s)}}}onError(t,e){return r=>{if(r.message+=`
Please report this to https://github.com/markedjs/marked.`,t){let o="<p>An error occurred:</p><pre>"+Se(r.message+"",!0)+"</pre>";return e?Promise.resolve(o):o}if(e)return Promise.reject(r);throw r}}},vt=new zx;function re(t,e){return vt.parse(t,e)}re.options=re.setOptions=function(t){return vt.setOptions(t),re.defaults=vt.defaults,Vc(re.defaults),re};re.getDefaults=Oi;re.defaults=kt;function Wx(...t){return vt.use(...t),re.defaults=vt.defaults,Vc(re.defaults),re}re.use=Wx;re.walkTokens=function(t,e){return vt.walkTokens(t,e)};re.parseInline=vt.parseInline;re.Parser=Me;re.parser=Me.parse;re.Renderer=Pn;re.TextRenderer=Ui;re.Lexer=_e;re.lexer=_e.lex;re.Tokenizer=wt;re.Hooks=Or;re.parse=re;var VA=re.options,XA=re.setOptions,ZA=re.walkTokens,YA=re.parseInline;var jA=Me.parse,JA=_e.lex;var qx=new Map(Object.entries({amp:"&",lt:"<",gt:">",quot:'"',apos:"'",nbsp:" ",copy:"©",reg:"®",trade:"™",hellip:"…",mdash:"—",ndash:"–",lsquo:"‘",rsquo:"’",ldquo:"“",rdquo:"”",laquo:"«",raquo:"»",bull:"•",middot:"·",times:"×",divide:"÷",plusmn:"±",deg:"°",micro:"µ",para:"¶",sect:"§",euro:"€",pound:"£",yen:"¥",cent:"¢",larr:"←",uarr:"↑",rarr:"→",darr:"↓",harr:"↔",rArr:"⇒",hArr:"⇔",le:"≤",ge:"≥",ne:"≠",asymp:"≈",infin:"∞",sum:"∑",minus:"−",radic:"√",frac12:"½",frac14:"¼",sup1:"¹",sup2:"²",sup3:"³",alpha:"α",beta:"β",gamma:"γ",delta:"δ",Delta:"Δ",lambda:"λ",mu:"μ",pi:"π",sigma:"σ",omega:"ω",Omega:"Ω",auml:"ä",ouml:"ö",uuml:"ü",Auml:"Ä",Ouml:"Ö",Uuml:"Ü",szlig:"ß",eacute:"é",egrave:"è",agrave:"à",ccedil:"ç",ntilde:"ñ",lbrace:"{",rbrace:"}",lbrack:"[",rbrack:"]",lowbar:"_",ast:"*",grave:"`",num:"#",vert:"|",check:"✓",cross:"✗",star:"☆",hearts:"♥"})),Gx=/&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z][a-zA-Z0-9]{1,8}));/g,Kx="�";function Ut(t){return t.includes("&")?t.replace(Gx,(e,r,o,n)=>n!==void 0?qx.get(n)??e:Vx(r===void 0?Number.parseInt(o??"",16):Number.parseInt(r,10))):t}function Vx(t){return t>0&&t<=1114111&&!(t>=55296&&t<=57343)?String.fromCodePoint(t):Kx}var au=/(\u2e4f[\ue000-\uefff])/,Xx=/\u2e4f[\ue000-\uefff]/g,Zx=/[\u2e4f\ue000-\uefff]/g;function su(t){return t.length===2&&t.startsWith("⹏")?t.charCodeAt(1)-57344+1:null}function Ht(t){return t.includes("⹏")?t.replace(Xx,""):t}function Hi({kind:t,url:e,entity:r,title:o}){return`${t} ${e??r?.id??o}`}function Ir(t){let e=new Map;for(let{source:r}of t){let o=Hi(r);e.has(o)||e.set(o,r)}return[...e.values()].slice(0,4096)}function iu(t,e,r){let o=l=>l.replace(Zx,"�");if(e.length===0)return t.includes("⹏")?o(t):t;let n=new Map(r.slice(0,4096).map((l,d)=>[Hi(l),d])),a=e.flatMap(({source:l,index:d})=>{let c=n.get(Hi(l));return c===void 0?[]:[{at:Yx(t,d),mark:"⹏"+String.fromCharCode(57344+c)}]});a.sort((l,d)=>l.at-d.at);let s="",i=0;for(let{at:l,mark:d}of a)s+=o(t.slice(i,l))+d,i=l;return s+o(t.slice(i))}function Yx(t,e){let r=t.trimEnd().length;return e===null||e>=r?r:e+(/^[\udc00-\udfff]/.test(t.charAt(e))?1:0)}var jx=new Set(["strong","em","sub","sup","kbd","mark","u","s","b","i","small"]),Jx=/^<(\/?)([a-z]{1,6})\s*\/?>$/i,lu=16,Qx=300,eb=/\*+|_+|~+|`+|[[<]|!{2,}/g;function Bn(t,e){if((t.match(eb)?.length??0)>Qx)return Et(t);try{let r=new _e({gfm:!0});return Object.assign(r.tokens.links,e),new zi().read(r.inlineTokens(t),0)}catch{return Et(t)}}function Pr(t){return t.map(e=>e.type==="text"||e.type==="code"?e.text:e.type==="picture"?e.alt:"children"in e?Pr(e.children):e.type==="break"?" ":"").join("")}function Et(t){return t.split(au).flatMap(e=>{let r=su(e);return r!==null?[{type:"source",number:r}]:e===""?[]:[{type:"text",text:e}]})}var zi=class{read(e,r){let o=[{tag:null,written:"",nodes:[]}];for(let n of e)n.type==="html"?this.#e(o,n.raw):du(o.at(-1).nodes,this.#t(n,r));for(;o.length>1;)cu(o);return o[0]?.nodes??[]}#e(e,r){let o=e.at(-1).nodes,[,n,a=""]=Jx.exec(r)??[],s=a.toLowerCase();s==="br"?o.push({type:"break"}):n===""&&jx.has(s)&&e.length<lu?e.push({tag:s,written:r,nodes:[]}):n==="/"&&e.at(-1)?.tag===s?cu(e):du(o,Et(r))}#t(e,r){if(r>=lu)return Et(e.raw);let o="tokens"in e&&e.tokens!==void 0?e.tokens:[];switch(e.type){case"strong":case"em":case"del":return[{type:"tag",tag:e.type,children:this.read(o,r+1)}];case"codespan":return tb(e);case"br":return[{type:"break"}];case"link":return this.#r(e,r);case"image":return rb(e);case"escape":return Et(e.raw.slice(1));default:return Et(Ut(e.raw))}}#r(e,r){let o=this.read(e.tokens,r+1),{text:n,marks:a}=Dn(e.href);return[{type:"link",href:n,children:o},...a]}};function du(t,e){for(let r of e){let o=t.at(-1);r.type==="text"&&o?.type==="text"?t[t.length-1]={type:"text",text:o.text+r.text}:t.push(r)}}function cu(t){let{tag:e,nodes:r}=t.pop();e!==null&&t.at(-1)?.nodes.push({type:"tag",tag:e,children:r})}function Dn(t){let e=Et(t);return{text:e.map(r=>r.type==="text"?r.text:"").join(""),marks:e.filter(({type:r})=>r==="source")}}function tb(t){let{text:e,marks:r}=Dn(t.text);return[{type:"code",text:e},...r]}function rb(t){let e=Dn(Ut(t.text)),r=Dn(t.href);return[{type:"picture",href:r.text,alt:e.text},...e.marks,...r.marks]}var ob=new Set(["https:","http:","mailto:","chatkit-link:"]),uu=8192,nb=/^data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/]+={0,2}$/,ab=4e6,pu=/[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}]/u,sb=/[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/g,ib=/(?:[a-z][a-z0-9+.-]*:\/\/)?(?:[^\s/@]*@)?((?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,})/iu;function Fn(t){let e=Ut(t.trim());if(e.length>uu||pu.test(e))return null;let r=Wi(e);return r===null||!ob.has(r.protocol)?null:{href:r.href,host:r.host,isDeepLink:r.protocol==="chatkit-link:"}}function fu(t,e){let r=Ut(t.trim());if(r.length<=ab&&nb.test(r))return r;if(r.length>uu||pu.test(r))return null;let o=Wi(r);return o!==null&&o.origin===e&&["blob:",new URL(e).protocol].includes(o.protocol)?o.href:null}function zt(t){return t.replace(sb,"")}function mu(t,{host:e,href:r}){let o=ib.exec(zt(t).normalize("NFKC").trim())?.[1]?.toLowerCase();if(o===void 0)return!1;let n=e===""?(r.split("@")[1]??"").replace(/\?.*$/,""):e.replace(/:\d+$/,""),a=Wi(`https://${o}`)?.hostname??o;return a!==n&&a.replace(/^www\./,"")!==n.replace(/^www\./,"")}function Wi(t){try{return new URL(t)}catch{return null}}var lb=/(\]\([ \t]*)(data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=]{64,})/g,db=/^data:,(\d{1,6})$/;function Wt(t){if(!t.includes("data:image/"))return{text:t,pictures:[]};let e=[];return{text:t.replace(lb,(o,n,a)=>(e.push(a),`${n}data:,${e.length-1}`)),pictures:e}}function hu(t,e){let r=db.exec(t)?.[1];return(r===void 0?void 0:e[Number(r)])??t}var gu=120;function qt(t,e,r){return t.flatMap(o=>{switch(o.type){case"text":return[new Text(o.text)];case"code":return[L("code",{},o.text)];case"break":return[L("br")];case"tag":return[L(o.tag,{},...qt(o.children,e,r))];case"link":return cb(o,e,r);case"picture":return pb(hu(o.href,e),o.alt);case"source":return fb(o.number,r)}})}function cb(t,e,r){let o=Fn(t.href),n=qt(t.children,e,r),a=Pr(t.children);return o===null?t.href===a?n:[...n,new Text(` (${Un(t.href)})`)]:xu(o,a,n.map(ub))}function xu(t,e,r){let o=L("a",{href:t.href,title:Un(t.href),rel:"noreferrer noopener",target:"_blank",...t.isDeepLink?{"data-deep-link":""}:{}});if(o.append(L("bdi",{},...zt(e).trim()===""?[Un(t.href)]:r)),!mu(e,t))return[o];let n=t.host===""?t.href.replace(/^mailto:|\?.*$/g,""):t.host;return[o,new Text(" "),L("bdi",{class:"leads-to"},`(${Un(n)})`)]}function ub(t){let e=document.createTreeWalker(t,NodeFilter.SHOW_TEXT);for(let r=e.currentNode;;r=e.currentNode)if(r instanceof Text&&(r.data=zt(r.data)),e.nextNode()===null)return t}function pb(t,e){let r=fu(t,location.origin);if(r!==null)return[L("img",{src:r,alt:e,loading:"lazy",decoding:"async"})];let o=Fn(t),n=zt(e).trim();return o===null?n===""?[]:[new Text(n)]:xu(o,n,[new Text(n)])}function fb(t,{sources:e,words:r}){let o=e[t-1];if(o===void 0)return[];let n=r("element.markdown.source",{number:String(t),title:o.title||(o.url??"")});return[L("sup",{class:"source","data-source":String(t)},mb(o,String(t),n))]}function mb(t,e,r){let o=t.kind==="url"&&t.url!==null?Fn(t.url):null;if(o!==null){let{href:n}=o;return L("a",{href:n,title:r,"aria-label":r,rel:"noreferrer noopener",target:"_blank"},e)}return t.entity?.interactive===!0?L("button",{type:"button",title:r,"aria-label":r},e):L("span",{role:"img",title:r,"aria-label":r},e)}function Un(t){let e=zt(t);return e.length>gu?`${e.slice(0,gu)}…`:e}var hb=A`
  :host {
    display: block;
    min-width: 0;
    white-space: normal;
    overflow-wrap: anywhere;
  }
  .body > :first-child {
    margin-top: 0;
  }
  .body > :last-child {
    margin-bottom: 0;
  }
  p,
  ul,
  ol,
  blockquote {
    margin: 0 0 12px;
  }
  p,
  h3,
  h4,
  h5,
  h6,
  th,
  td {
    unicode-bidi: plaintext;
  }
  [hidden] {
    display: none;
  }
  .slice:not(:only-child) {
    display: block;
  }
  h3,
  h4,
  h5,
  h6 {
    margin: 20px 0 8px;
    font-size: var(--text-size);
    font-weight: var(--weight-strong);
    line-height: var(--text-line);
    text-wrap: balance;
  }
  [data-depth='1'] {
    font-size: 20px;
    line-height: 28px;
  }
  [data-depth='2'] {
    font-size: 17px;
    line-height: 26px;
  }
  [data-depth='5'],
  [data-depth='6'] {
    color: var(--muted);
  }
  strong,
  b,
  th {
    font-weight: var(--weight-strong);
  }
  small {
    font-size: var(--label-size);
  }
  hr {
    height: 1px;
    margin: 20px 0;
    border: 0;
    background: var(--line);
  }
  a {
    color: var(--accent);
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 3px;
    border-radius: 2px;
  }
  a:hover {
    text-decoration-thickness: 2px;
  }
  .leads-to {
    color: var(--muted);
  }
  img {
    display: block;
    max-width: 100%;
    max-height: 480px;
    margin: 4px 0;
    border-radius: var(--radius);
  }
  mark {
    padding: 0 2px;
    border-radius: 3px;
    background: var(--accent-tint);
    color: inherit;
  }
  sub,
  sup {
    line-height: 0;
  }
`,gb=A`
  blockquote {
    padding: 0 0 0 14px;
    border-inline-start: 3px solid var(--line);
    color: var(--muted);
  }
  blockquote > :last-child,
  li > :last-child,
  li.task > div > :last-child {
    margin-bottom: 0;
  }
  ul,
  ol {
    padding-inline-start: 26px;
  }
  li {
    margin: 2px 0;
  }
  li::marker {
    color: var(--muted);
  }
  li p,
  li ul,
  li ol {
    margin-bottom: 0;
  }
  .loose > li {
    margin: 8px 0;
  }
  .loose > li > p,
  .loose > li.task > div > p {
    margin-bottom: 8px;
  }
  li.task {
    position: relative;
    list-style: none;
  }
  li.task > input {
    position: absolute;
    inset-inline-start: -22px;
    width: 14px;
    height: 14px;
    margin: 5px 0 0;
    accent-color: var(--accent);
  }
  .scroll {
    max-width: 100%;
    margin: 0 0 16px;
    overflow-x: auto;
    scrollbar-width: thin;
    scrollbar-color: var(--line) transparent;
    border-radius: 2px;
  }
  table {
    border-collapse: collapse;
    font-size: 14px;
    line-height: 20px;
    overflow-wrap: normal;
  }
  th,
  td {
    min-width: 64px;
    max-width: 360px;
    padding: 8px 16px 8px 0;
    border-bottom: 1px solid var(--line);
    text-align: start;
    vertical-align: top;
    overflow-wrap: break-word;
  }
  th:last-child,
  td:last-child {
    padding-inline-end: 0;
  }
  th {
    border-bottom-color: var(--edge);
  }
  .left {
    text-align: left;
  }
  .center {
    text-align: center;
  }
  .right {
    text-align: right;
    font-variant-numeric: tabular-nums;
  }
`,xb=A`
  code,
  kbd {
    padding: 1px 5px;
    border-radius: 5px;
    background: var(--sunken);
    box-shadow: inset 0 0 0 1px var(--line);
    font: 0.9em var(--font-code);
  }
  .code {
    margin: 0 0 16px;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--sunken);
    overflow: clip;
  }
  .code-head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    min-height: 36px;
    padding: 2px 4px 2px 14px;
    color: var(--muted);
    font-size: var(--label-size);
    line-height: var(--label-line);
  }
  .code-head button {
    min-height: 28px;
    padding: 0 10px;
    border-color: transparent;
    background: transparent;
    color: var(--muted);
  }
  .code-head button:hover {
    color: var(--text);
  }
  pre {
    margin: 0;
    padding: 4px 14px 12px;
    overflow-x: auto;
    scrollbar-width: thin;
    scrollbar-color: var(--line) transparent;
    outline-offset: -2px;
    tab-size: 4;
  }
  pre code {
    display: block;
    width: max-content;
    min-width: 100%;
    padding: 0;
    background: none;
    box-shadow: none;
    font: var(--code-size) / var(--code-line) var(--font-code);
    white-space: pre;
    overflow-wrap: normal;
  }
  .part {
    display: block;
  }
  .part.joined,
  .part.joined + .part {
    display: inline;
  }
  .code-comment,
  .code-quote {
    color: var(--code-comment);
  }
  .code-keyword,
  .code-selector-tag,
  .code-literal,
  .code-type,
  .code-doctag,
  .code-name,
  .code-tag,
  .code-template-tag {
    color: var(--code-keyword);
  }
  .code-string,
  .code-regexp,
  .code-addition,
  .code-char,
  .code-link {
    color: var(--code-string);
  }
  .code-number,
  .code-symbol,
  .code-bullet,
  .code-meta,
  .code-attr,
  .code-attribute,
  .code-selector-attr,
  .code-selector-class,
  .code-selector-id,
  .code-selector-pseudo,
  .code-variable,
  .code-template-variable {
    color: var(--code-name);
  }
  .code-title,
  .code-section,
  .code-built_in,
  .code-property {
    color: var(--code-title);
  }
  .code-deletion {
    color: var(--danger);
  }
  .code-emphasis {
    font-style: italic;
  }
  .code-strong,
  .code-section {
    font-weight: var(--weight-strong);
  }
`,bb=A`
  .source {
    margin-inline-start: 2px;
    font-size: 11px;
    font-style: normal;
    font-weight: var(--weight);
    vertical-align: 4px;
  }
  .source > * {
    display: inline-block;
    min-width: 18px;
    min-height: 0;
    padding: 0 5px;
    border: 0;
    border-radius: 9px;
    background: var(--accent-tint);
    color: var(--accent);
    font: inherit;
    line-height: 18px;
    text-align: center;
    text-decoration: none;
  }
  button:hover:not(:disabled),
  a:hover {
    text-decoration: underline;
  }
  .code-head button:hover {
    text-decoration: none;
  }
  .left-over {
    margin: 8px 0 0;
  }
`,bu=[hb,gb,xb,bb];function St(t){return"children"in t}function ve(t){let e=St(t)?t.children.at(-1):void 0;return e?.open===!0?e:null}var yu=/^ {0,3}\[([^[\]\\\n]{1,200})\]:[ \t]*\n?[ \t]*(<[^<>\n]*>|[^\s<]\S{0,2000})(?:[ \t]+("[^"\n]*"|'[^'\n]*'|\([^()\n]*\)))?[ \t]*(?:\n|$)/;function qi(t){return t.trim().replace(/\s+/g," ").toLowerCase()}function Dr(t){let e=[],r=t;for(let o=yu.exec(r);o!==null;o=yu.exec(r)){let[n,a="",s="",i]=o;e.push({key:qi(a),href:s.replace(/^<(.*)>$/,"$1"),title:i===void 0?null:i.slice(1,-1)}),r=r.slice(n.length)}return{definitions:e,rest:r}}var yb=/^ {0,3}>[ \t]?/,wb=/^ {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$/,vb=/^( {0,3})(`{3,}|~{3,})[ \t]*(.*)$/,kb=/^( {0,3})([-+*])(?=[ \t]|$)/,Eb=/^( {0,3})(\d{1,9})([.)])(?=[ \t]|$)/,Sb=/^ {0,3}(=+|-+)[ \t]*$/,_b=/^:?-+:?$/;function Hn(t){let e=/^[ \t]*/.exec(t)?.[0]??"";if(!e.includes("	"))return t;let r="";for(let o of e)r+=o==="	"?" ".repeat(4-r.length%4):o;return r+t.slice(e.length)}function Oe(t){return/^ */.exec(t)?.[0].length??0}function Je(t){return!/\S/.test(t)}function zn(t){let e=yb.exec(t)?.[0];return e===void 0?null:Hn(t.slice(e.length))}function Gi(t){let e=t.length>1e3?null:wb.exec(t);return e===null?null:{depth:e[1]?.length??1,text:e[2]??""}}function Ki(t){let e=vb.exec(t);if(e===null)return null;let[,r="",o="",n=""]=e;if(o.startsWith("`")&&n.includes("`"))return null;let[a=""]=n.trim().split(/[\s{]/,1);return{mark:o.charAt(0),length:o.length,indent:r.length,language:a}}function wu(t,e,r){let o=t.trimEnd(),n=Oe(o);return n<=3&&o.length<=1e3&&o.length-n>=r&&o.slice(n)===e.repeat(o.length-n)}function Wn(t){if(t.length>1e3||Oe(t)>3)return!1;let e=t.replace(/[ \t]/g,"");return e.length>=3&&"-_*".includes(e.charAt(0))&&e===e.charAt(0).repeat(e.length)}function vu(t){let e=Sb.exec(t)?.[1];return e===void 0?null:e.startsWith("=")?1:2}function Vi(t){let e=kb.exec(t),r=e??Eb.exec(t);if(r===null)return null;let o=r[0].length,n=Hn(t.slice(o)),a=Oe(n),s=Je(n)||a>4?1:a;return{mark:r[e===null?3:2]??"",start:e===null?Number(r[2]):null,contentIndent:o+s,rest:n.slice(s)}}function qn(t){let e=[],r="",o=t.trim().replace(/^\|/,"");for(let n=0;n<o.length;n+=1){let a=o.charAt(n);if(a==="\\"&&o.charAt(n+1)==="|")r+="|",n+=1;else if(a==="|"){if(e.push(r.trim()),r="",e.length===64)return e}else r+=a}return Je(r)||e.push(r.trim()),e}function ku(t){if(t.length>1e3||Oe(t)>3||!/^[\s|:-]*-[\s|:-]*$/.test(t))return null;let e=qn(t);return e.every(r=>_b.test(r))?e.map(r=>r.endsWith(":")?r.startsWith(":")?"center":"right":r.startsWith(":")?"left":null):null}var Cb=12,Tb=500,Gt=4,Eu=2e4,Ab=3,Rb=6,Mb=/^\[([ xX])\][ \t]+(?=\S)/,De={open:!0,done:!1},Br=class{root={type:"root",...De,children:[]};#e=Object.create(null);#t=0;#r=null;#o=[];#n=[];get definitions(){return this.#e}get definitionCount(){return this.#t}feed(e){this.takeBack(),this.#s(e)}try(e){this.takeBack(),this.#r=this.#a(),this.#n=this.#o,this.#s(e)}takeBack(){if(this.#r!==null){this.#o=this.#n;for(let{block:e,fields:r,count:o,last:n}of this.#r){Object.assign(e,r);let a=Su(e);a!==null&&(a.length=o,n!==void 0&&(a[o-1]=n))}this.#r=null}}finish(){this.takeBack(),this.#k(this.root)}#a(){let e=[];for(let r=this.root;r!==null;r=ve(r)){let o=Su(r);e.push({block:r,fields:{...r},count:o?.length??0,last:o?.at(-1)})}return e}#s(e){let{parent:r,tip:o,line:n,matchedAll:a}=this.#i(Hn(e));o!==null&&a&&this.#l(o,n)||this.#c(r,n,o,a)}#i(e){let r=this.root,o=e;for(let n=ve(r);n!==null;n=ve(r)){if(!St(n))return{parent:r,tip:n,line:o,matchedAll:!0};let a=Ob(n,o);if(a===null)return{parent:r,tip:_u(n),line:o,matchedAll:!1};r=n,o=a}return{parent:r,tip:null,line:o,matchedAll:!0}}#l(e,r){if(e.type!=="code")return!1;if(e.fence===null){if(Je(r))e.pendingBlankLines+=1;else{if(Oe(r)<Gt)return!1;e.text+=`
`.repeat(e.pendingBlankLines+1)+r.slice(Gt),e.pendingBlankLines=0}return!0}return wu(Ht(r),e.fence.mark,e.fence.length)?this.#k(e):e.text+=`${r.slice(Math.min(Oe(r),e.fence.indent))}
`,!0}#c(e,r,o,n){let a=e,s=r,i=!1;if(Je(s))return this.#d(a,n);if(n&&this.#p(a,o,s))return;for(let d=this.#C(a);;d+=1){let c=i||o?.type!=="paragraph"?null:o,[p,m]=this.#g(a,s,d,c);if(p===null)break;if(a=p,s=m,i=!0,Je(s))return}let l=i||o?.type!=="paragraph"?null:o;this.#h(a,s,l)||this.#w(a,s,l)}#d(e,r){let o=ve(e);o!==null&&(o.type!=="list"||!r)&&this.#k(o);for(let n=this.root;n!==null;n=ve(n))n.type==="item"&&(n.endsBlank=!0)}#p(e,r,o){if(r?.type==="table")return this.#f(o)?!1:(r.rows.push($b(qn(o),r.header.length)),!0);if(r?.type!=="paragraph")return!1;let n=vu(o);return n!==null&&Dr(r.text).rest!==""?(this.#x(e,this.#u(n,r.text.trim())),!0):this.#m(e,r,o)}#u(e,r){this.#o=[...this.#o.filter(n=>n<e),e];let o=Math.min(Ab+this.#o.length-1,Rb);return{type:"heading",...De,depth:e,level:o,text:r}}#f(e){let r=[zn(e),Gi(e),Ki(e),Vi(e)];return e.length>Eu||Wn(e)||r.some(o=>o!==null)}#m(e,r,o){let n=ku(o);if(n===null||r.text.length>Eu)return!1;let a=r.text.lastIndexOf(`
`)+1,s=r.text.slice(a),i=qn(s);if(i.length!==n.length||!(s.includes("|")||o.includes("|")))return!1;let l={type:"table",...De,alignments:n,header:i,rows:[]};return a===0?this.#x(e,l):(r.text=r.text.slice(0,a-1),this.#y(e,l)),!0}#x(e,r){e.children.pop(),e.children.push(r),r.type==="heading"&&this.#k(r)}#g(e,r,o,n){if(o>=Cb||Oe(r)>=Gt)return[null,r];let a=zn(r);if(a!==null)return[this.#y(e,{type:"quote",...De,children:[]}),a];let s=Wn(r)?null:Vi(r);return s===null||n!==null&&!Nb(e,s)?[null,r]:this.#b(e,s)}#b(e,{mark:r,start:o,contentIndent:n,rest:a}){let s=e.type==="list"?e:ve(e),i=o!==null,l;if(s?.type==="list"&&s.mark===r&&s.start!==null===i){l=s;let p=l.children.at(-1);p?.type==="item"&&p.endsBlank&&(l.loose=!0)}else{let p=e.type==="list"?this.#S(e):e;l=this.#y(p,{type:"list",...De,children:[],mark:r,start:o,loose:!1})}let d=Mb.exec(a),c={type:"item",...De,children:[],contentIndent:n,task:d===null?null:d[1]!==" ",endsBlank:!1};return[this.#y(l,c),d===null?a:a.slice(d[0].length)]}#h(e,r,o){if(Oe(r)>=Gt){if(o!==null)return!1;let s=r.slice(Gt);return this.#y(e,{type:"code",...De,language:"",fence:null,text:s,pendingBlankLines:0}),!0}let a=Gi(r);if(a!==null)this.#k(this.#y(e,this.#u(a.depth,a.text)));else if(Wn(r))this.#k(this.#y(e,{type:"rule",...De}));else{let s=Ki(r);if(s===null)return!1;let{language:i}=s;this.#y(e,{type:"code",...De,language:i,fence:s,text:"",pendingBlankLines:0})}return!0}#w(e,r,o){o!==null?o.text+=`
${r.trimStart()}`:this.#y(e,{type:"paragraph",...De,text:r.trimStart()})}#y(e,r){let o=e.type==="list"&&r.type!=="item"?this.#S(e):e,n=ve(o);return n!==null&&this.#k(n),o.type==="item"&&(o.endsBlank&&o.children.length>0&&this.#_(o),o.endsBlank=!1),o.children.push(r),this.#v(),r}#v(){for(let e=this.root;e!==null;e=ve(e))e.type==="item"&&(e.endsBlank=!1)}#_(e){for(let r=this.root;r!==null;r=ve(r))r.type==="list"&&r.children.at(-1)===e&&(r.loose=!0)}#S(e){let r=this.root;for(let o=this.root;o!==null&&o!==e;o=ve(o))St(o)&&(r=o);return r}#C(e){let r=0;for(let o=this.root;o!==null&&o!==e;o=ve(o))(o.type==="quote"||o.type==="list")&&(r+=1);return r}#k(e){let r=ve(e);r!==null&&this.#k(r),e.open=!1,e.done=this.#r===null,e.type==="paragraph"&&e.done&&this.#T(e)}#T(e){let{definitions:r,rest:o}=Dr(e.text);e.text=o;for(let{key:n,href:a,title:s}of r)this.#t>=Tb||Object.hasOwn(this.#e,n)||(this.#e[n]={href:a,title:s},this.#t+=1)}};function Ob(t,e){switch(t.type){case"root":case"list":return e;case"quote":return Oe(e)<Gt?zn(e):null;case"item":return t.children.length===0&&t.endsBlank?null:Je(e)?"":Oe(e)>=t.contentIndent?e.slice(t.contentIndent):null}}function Nb(t,{start:e,rest:r}){return t.type==="list"||!Je(r)&&(e===null||e===1)}function _u(t){let e=ve(t);return e===null?t:_u(e)}function Su(t){return St(t)?t.children:t.type==="table"?t.rows:null}function $b(t,e){return Array.from({length:e},(r,o)=>t[o]??"")}function Cu(t,e){if(t.length-e<=6e3)return{text:t.slice(e),joined:!1,next:t.length};let r=t.slice(e,e+6e3),o=r.lastIndexOf(`

`),n=o>=3e3?o:r.lastIndexOf(`
`);if(n>0)return{text:r.slice(0,n),joined:!1,next:e+n+1};let a=/[\ud800-\udbff]$/.test(r)?r.length-1:r.length;return{text:r.slice(0,a),joined:!0,next:e+a}}function Tu(t){let e=t.regex,r={},o={begin:/\$\{/,end:/\}/,contains:["self",{begin:/:-/,contains:[r]}]};Object.assign(r,{className:"variable",variants:[{begin:e.concat(/\$[\w\d#@][\w\d_]*/,"(?![\\w\\d])(?![$])")},o]});let n={className:"subst",begin:/\$\(/,end:/\)/,contains:[t.BACKSLASH_ESCAPE]},a=t.inherit(t.COMMENT(),{match:[/(^|\s)/,/#.*$/],scope:{2:"comment"}}),s={begin:/<<-?\s*(?=\w+)/,starts:{contains:[t.END_SAME_AS_BEGIN({begin:/(\w+)/,end:/(\w+)/,className:"string"})]}},i={className:"string",begin:/"/,end:/"/,contains:[t.BACKSLASH_ESCAPE,r,n]};n.contains.push(i);let l={match:/\\"/},d={className:"string",begin:/'/,end:/'/},c={match:/\\'/},p={begin:/\$?\(\(/,end:/\)\)/,contains:[{begin:/\d+#[0-9a-f]+/,className:"number"},t.NUMBER_MODE,r]},m=["fish","bash","zsh","sh","csh","ksh","tcsh","dash","scsh"],h=t.SHEBANG({binary:`(${m.join("|")})`,relevance:10}),x={className:"function",begin:/\w[\w\d_]*\s*\(\s*\)\s*\{/,returnBegin:!0,contains:[t.inherit(t.TITLE_MODE,{begin:/\w[\w\d_]*/})],relevance:0},y=["if","then","else","elif","fi","time","for","while","until","in","do","done","case","esac","coproc","function","select"],b=["true","false"],v={match:/(\/[a-z._-]+)+/},M=["break","cd","continue","eval","exec","exit","export","getopts","hash","pwd","readonly","return","shift","test","times","trap","umask","unset"],C=["alias","bind","builtin","caller","command","declare","echo","enable","help","let","local","logout","mapfile","printf","read","readarray","source","sudo","type","typeset","ulimit","unalias"],I=["autoload","bg","bindkey","bye","cap","chdir","clone","comparguments","compcall","compctl","compdescribe","compfiles","compgroups","compquote","comptags","comptry","compvalues","dirs","disable","disown","echotc","echoti","emulate","fc","fg","float","functions","getcap","getln","history","integer","jobs","kill","limit","log","noglob","popd","print","pushd","pushln","rehash","sched","setcap","setopt","stat","suspend","ttyctl","unfunction","unhash","unlimit","unsetopt","vared","wait","whence","where","which","zcompile","zformat","zftp","zle","zmodload","zparseopts","zprof","zpty","zregexparse","zsocket","zstyle","ztcp"],H=["chcon","chgrp","chown","chmod","cp","dd","df","dir","dircolors","ln","ls","mkdir","mkfifo","mknod","mktemp","mv","realpath","rm","rmdir","shred","sync","touch","truncate","vdir","b2sum","base32","base64","cat","cksum","comm","csplit","cut","expand","fmt","fold","head","join","md5sum","nl","numfmt","od","paste","ptx","pr","sha1sum","sha224sum","sha256sum","sha384sum","sha512sum","shuf","sort","split","sum","tac","tail","tr","tsort","unexpand","uniq","wc","arch","basename","chroot","date","dirname","du","echo","env","expr","factor","groups","hostid","id","link","logname","nice","nohup","nproc","pathchk","pinky","printenv","printf","pwd","readlink","runcon","seq","sleep","stat","stdbuf","stty","tee","test","timeout","tty","uname","unlink","uptime","users","who","whoami","yes"];return{name:"Bash",aliases:["sh","zsh"],keywords:{$pattern:/\b[a-z][a-z0-9._-]+\b/,keyword:y,literal:b,built_in:[...M,...C,"set","shopt",...I,...H]},contains:[h,t.SHEBANG(),x,p,a,s,v,i,l,d,c,r]}}function Au(t){let e=t.regex,r=t.COMMENT("//","$",{contains:[{begin:/\\\n/}]}),o="decltype\\(auto\\)",n="[a-zA-Z_]\\w*::",s="("+o+"|"+e.optional(n)+"[a-zA-Z_]\\w*"+e.optional("<[^<>]+>")+")",i={className:"type",variants:[{begin:"\\b[a-z\\d_]*_t\\b"},{match:/\batomic_[a-z]{3,6}\b/}]},d={className:"string",variants:[{begin:'(u8?|U|L)?"',end:'"',illegal:"\\n",contains:[t.BACKSLASH_ESCAPE]},{begin:"(u8?|U|L)?'("+"\\\\(x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4,8}|[0-7]{3}|\\S)"+"|.)",end:"'",illegal:"."},t.END_SAME_AS_BEGIN({begin:/(?:u8?|U|L)?R"([^()\\ ]{0,16})\(/,end:/\)([^()\\ ]{0,16})"/})]},c={className:"number",variants:[{match:/\b(0b[01']+)/},{match:/(-?)\b([\d']+(\.[\d']*)?|\.[\d']+)((ll|LL|l|L)(u|U)?|(u|U)(ll|LL|l|L)?|f|F|b|B)/},{match:/(-?)\b(0[xX][a-fA-F0-9]+(?:'[a-fA-F0-9]+)*(?:\.[a-fA-F0-9]*(?:'[a-fA-F0-9]*)*)?(?:[pP][-+]?[0-9]+)?(l|L)?(u|U)?)/},{match:/(-?)\b\d+(?:'\d+)*(?:\.\d*(?:'\d*)*)?(?:[eE][-+]?\d+)?/}],relevance:0},p={className:"meta",begin:/#\s*[a-z]+\b/,end:/$/,keywords:{keyword:"if else elif endif define undef warning error line pragma _Pragma ifdef ifndef elifdef elifndef include"},contains:[{begin:/\\\n/,relevance:0},t.inherit(d,{className:"string"}),{className:"string",begin:/<.*?>/},r,t.C_BLOCK_COMMENT_MODE]},m={className:"title",begin:e.optional(n)+t.IDENT_RE,relevance:0},h=e.optional(n)+t.IDENT_RE+"\\s*\\(",b={keyword:["asm","auto","break","case","continue","default","do","else","enum","extern","for","fortran","goto","if","inline","register","restrict","return","sizeof","typeof","typeof_unqual","struct","switch","typedef","union","volatile","while","_Alignas","_Alignof","_Atomic","_Generic","_Noreturn","_Static_assert","_Thread_local","alignas","alignof","noreturn","static_assert","thread_local","_Pragma"],type:["float","double","signed","unsigned","int","short","long","char","void","_Bool","_BitInt","_Complex","_Imaginary","_Decimal32","_Decimal64","_Decimal96","_Decimal128","_Decimal64x","_Decimal128x","_Float16","_Float32","_Float64","_Float128","_Float32x","_Float64x","_Float128x","const","static","constexpr","complex","bool","imaginary"],literal:"true false NULL",built_in:"std string wstring cin cout cerr clog stdin stdout stderr stringstream istringstream ostringstream auto_ptr deque list queue stack vector map set pair bitset multiset multimap unordered_set unordered_map unordered_multiset unordered_multimap priority_queue make_pair array shared_ptr abort terminate abs acos asin atan2 atan calloc ceil cosh cos exit exp fabs floor fmod fprintf fputs free frexp fscanf future isalnum isalpha iscntrl isdigit isgraph islower isprint ispunct isspace isupper isxdigit tolower toupper labs ldexp log10 log malloc realloc memchr memcmp memcpy memset modf pow printf putchar puts scanf sinh sin snprintf sprintf sqrt sscanf strcat strchr strcmp strcpy strcspn strlen strncat strncmp strncpy strpbrk strrchr strspn strstr tanh tan vfprintf vprintf vsprintf endl initializer_list unique_ptr"},v=[p,i,r,t.C_BLOCK_COMMENT_MODE,c,d],M={variants:[{begin:/=/,end:/;/},{begin:/\(/,end:/\)/},{beginKeywords:"new throw return else",end:/;/}],keywords:b,contains:v.concat([{begin:/\(/,end:/\)/,keywords:b,contains:v.concat(["self"]),relevance:0}]),relevance:0},C={begin:"("+s+"[\\*&\\s]+)+"+h,returnBegin:!0,end:/[{;=]/,excludeEnd:!0,keywords:b,illegal:/[^\w\s\*&:<>.]/,contains:[{begin:o,keywords:b,relevance:0},{begin:h,returnBegin:!0,contains:[t.inherit(m,{className:"title.function"})],relevance:0},{relevance:0,match:/,/},{className:"params",begin:/\(/,end:/\)/,keywords:b,relevance:0,contains:[r,t.C_BLOCK_COMMENT_MODE,d,c,i,{begin:/\(/,end:/\)/,keywords:b,relevance:0,contains:["self",r,t.C_BLOCK_COMMENT_MODE,d,c,i]}]},i,r,t.C_BLOCK_COMMENT_MODE,p]};return{name:"C",aliases:["h"],keywords:b,disableAutodetect:!0,illegal:"</",contains:[].concat(M,C,v,[p,{begin:t.IDENT_RE+"::",keywords:b},{className:"class",beginKeywords:"enum class struct union",end:/[{;:<>=]/,contains:[{beginKeywords:"final class struct"},t.TITLE_MODE]}]),exports:{preprocessor:p,strings:d,keywords:b}}}function Ru(t){let e=t.regex,r=t.COMMENT("//","$",{contains:[{begin:/\\\n/}]}),o="decltype\\(auto\\)",n="[a-zA-Z_]\\w*::",s="(?!struct)("+o+"|"+e.optional(n)+"[a-zA-Z_]\\w*"+e.optional("<[^<>]+>")+")",i={className:"type",begin:"\\b[a-z\\d_]*_t\\b"},d={className:"string",variants:[{begin:'(u8?|U|L)?"',end:'"',illegal:"\\n",contains:[t.BACKSLASH_ESCAPE]},{begin:"(u8?|U|L)?'("+"\\\\(x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4,8}|[0-7]{3}|\\S)"+"|.)",end:"'",illegal:"."},t.END_SAME_AS_BEGIN({begin:/(?:u8?|U|L)?R"([^()\\ ]{0,16})\(/,end:/\)([^()\\ ]{0,16})"/})]},c={className:"number",variants:[{begin:"[+-]?(?:(?:[0-9](?:'?[0-9])*\\.(?:[0-9](?:'?[0-9])*)?|\\.[0-9](?:'?[0-9])*)(?:[Ee][+-]?[0-9](?:'?[0-9])*)?|[0-9](?:'?[0-9])*[Ee][+-]?[0-9](?:'?[0-9])*|0[Xx](?:[0-9A-Fa-f](?:'?[0-9A-Fa-f])*(?:\\.(?:[0-9A-Fa-f](?:'?[0-9A-Fa-f])*)?)?|\\.[0-9A-Fa-f](?:'?[0-9A-Fa-f])*)[Pp][+-]?[0-9](?:'?[0-9])*)(?:[Ff](?:16|32|64|128)?|(BF|bf)16|[Ll]|)"},{begin:"[+-]?\\b(?:0[Bb][01](?:'?[01])*|0[Xx][0-9A-Fa-f](?:'?[0-9A-Fa-f])*|0(?:'?[0-7])*|[1-9](?:'?[0-9])*)(?:[Uu](?:LL?|ll?)|[Uu][Zz]?|(?:LL?|ll?)[Uu]?|[Zz][Uu]|)"}],relevance:0},p={className:"meta",begin:/#\s*[a-z]+\b/,end:/$/,keywords:{keyword:"if else elif endif define undef warning error line pragma _Pragma ifdef ifndef include"},contains:[{begin:/\\\n/,relevance:0},t.inherit(d,{className:"string"}),{className:"string",begin:/<.*?>/},r,t.C_BLOCK_COMMENT_MODE]},m={className:"title",begin:e.optional(n)+t.IDENT_RE,relevance:0},h=e.optional(n)+t.IDENT_RE+"\\s*\\(",x=["alignas","alignof","and","and_eq","asm","atomic_cancel","atomic_commit","atomic_noexcept","auto","bitand","bitor","break","case","catch","class","co_await","co_return","co_yield","compl","concept","const_cast|10","consteval","constexpr","constinit","continue","decltype","default","delete","do","dynamic_cast|10","else","enum","explicit","export","extern","false","final","for","friend","goto","if","import","inline","module","mutable","namespace","new","noexcept","not","not_eq","nullptr","operator","or","or_eq","override","private","protected","public","reflexpr","register","reinterpret_cast|10","requires","return","sizeof","static_assert","static_cast|10","struct","switch","synchronized","template","this","thread_local","throw","transaction_safe","transaction_safe_dynamic","true","try","typedef","typeid","typename","union","using","virtual","volatile","while","xor","xor_eq"],y=["bool","char","char16_t","char32_t","char8_t","double","float","int","long","short","void","wchar_t","unsigned","signed","const","static"],b=["any","auto_ptr","barrier","binary_semaphore","bitset","complex","condition_variable","condition_variable_any","counting_semaphore","deque","false_type","flat_map","flat_set","future","imaginary","initializer_list","istringstream","jthread","latch","lock_guard","multimap","multiset","mutex","optional","ostringstream","packaged_task","pair","promise","priority_queue","queue","recursive_mutex","recursive_timed_mutex","scoped_lock","set","shared_future","shared_lock","shared_mutex","shared_timed_mutex","shared_ptr","stack","string_view","stringstream","timed_mutex","thread","true_type","tuple","unique_lock","unique_ptr","unordered_map","unordered_multimap","unordered_multiset","unordered_set","variant","vector","weak_ptr","wstring","wstring_view"],v=["abort","abs","acos","apply","as_const","asin","atan","atan2","calloc","ceil","cerr","cin","clog","cos","cosh","cout","declval","endl","exchange","exit","exp","fabs","floor","fmod","forward","fprintf","fputs","free","frexp","fscanf","future","invoke","isalnum","isalpha","iscntrl","isdigit","isgraph","islower","isprint","ispunct","isspace","isupper","isxdigit","labs","launder","ldexp","log","log10","make_pair","make_shared","make_shared_for_overwrite","make_tuple","make_unique","malloc","memchr","memcmp","memcpy","memset","modf","move","pow","printf","putchar","puts","realloc","scanf","sin","sinh","snprintf","sprintf","sqrt","sscanf","std","stderr","stdin","stdout","strcat","strchr","strcmp","strcpy","strcspn","strlen","strncat","strncmp","strncpy","strpbrk","strrchr","strspn","strstr","swap","tan","tanh","terminate","to_underlying","tolower","toupper","vfprintf","visit","vprintf","vsprintf"],I={type:y,keyword:x,literal:["NULL","false","nullopt","nullptr","true"],built_in:["_Pragma"],_type_hints:b},H={className:"function.dispatch",relevance:0,keywords:{_hint:v},begin:e.concat(/\b/,`(?!${x.join("|")})`,t.IDENT_RE,e.lookahead(/(<[^<>]+>|)\s*\(/))},O=[H,p,i,r,t.C_BLOCK_COMMENT_MODE,c,d],ie={variants:[{begin:/=/,end:/;/},{begin:/\(/,end:/\)/},{beginKeywords:"new throw return else",end:/;/}],keywords:I,contains:O.concat([{begin:/\(/,end:/\)/,keywords:I,contains:O.concat(["self"]),relevance:0}]),relevance:0},U={className:"function",begin:"("+s+"[\\*&\\s]+)+"+h,returnBegin:!0,end:/[{;=]/,excludeEnd:!0,keywords:I,illegal:/[^\w\s\*&:<>.]/,contains:[{begin:o,keywords:I,relevance:0},{begin:h,returnBegin:!0,contains:[m],relevance:0},{begin:/::/,relevance:0},{begin:/:/,endsWithParent:!0,contains:[d,c]},{relevance:0,match:/,/},{className:"params",begin:/\(/,end:/\)/,keywords:I,relevance:0,contains:[r,t.C_BLOCK_COMMENT_MODE,d,c,i,{begin:/\(/,end:/\)/,keywords:I,relevance:0,contains:["self",r,t.C_BLOCK_COMMENT_MODE,d,c,i]}]},i,r,t.C_BLOCK_COMMENT_MODE,p]};return{name:"C++",aliases:["cc","c++","h++","hpp","hh","hxx","cxx"],keywords:I,illegal:"</",classNameAliases:{"function.dispatch":"built_in"},contains:[].concat(ie,U,H,O,[p,{begin:"\\b(deque|list|queue|priority_queue|pair|stack|vector|map|set|bitset|multiset|multimap|unordered_map|unordered_set|unordered_multiset|unordered_multimap|array|tuple|optional|variant|function|flat_map|flat_set)\\s*<(?!<)",end:">",keywords:I,contains:["self",i]},{begin:t.IDENT_RE+"::",keywords:I},{match:[/\b(?:enum(?:\s+(?:class|struct))?|class|struct|union)/,/\s+/,/\w+/],className:{1:"keyword",3:"title.class"}}])}}function Mu(t){let e=["bool","byte","char","decimal","delegate","double","dynamic","enum","float","int","long","nint","nuint","object","sbyte","short","string","ulong","uint","ushort"],r=["public","private","protected","static","internal","protected","abstract","async","extern","override","unsafe","virtual","new","sealed","partial"],o=["default","false","null","true"],n=["abstract","as","base","break","case","catch","class","const","continue","do","else","event","explicit","extern","finally","fixed","for","foreach","goto","if","implicit","in","interface","internal","is","lock","namespace","new","operator","out","override","params","private","protected","public","readonly","record","ref","return","scoped","sealed","sizeof","stackalloc","static","struct","switch","this","throw","try","typeof","unchecked","unsafe","using","virtual","void","volatile","while"],a=["add","alias","and","ascending","args","async","await","by","descending","dynamic","equals","file","from","get","global","group","init","into","join","let","nameof","not","notnull","on","or","orderby","partial","record","remove","required","scoped","select","set","unmanaged","value|0","var","when","where","with","yield"],s={keyword:n.concat(a),built_in:e,literal:o},i=t.inherit(t.TITLE_MODE,{begin:"[a-zA-Z](\\.?\\w)*"}),l={className:"number",variants:[{begin:"\\b(0b[01']+)"},{begin:"(-?)\\b([\\d']+(\\.[\\d']*)?|\\.[\\d']+)(u|U|l|L|ul|UL|f|F|b|B)"},{begin:"(-?)(\\b0[xX][a-fA-F0-9'_]+|(\\b[\\d'_]+(\\.[\\d'_]*)?|\\.[\\d'_]+)([eE][-+]?[\\d'_]+)?)"}],relevance:0},d={className:"string",begin:/"""("*)(?!")(.|\n)*?"""\1/,relevance:1},c={className:"string",begin:'@"',end:'"',contains:[{begin:'""'}]},p=t.inherit(c,{illegal:/\n/}),m={className:"subst",begin:/\{/,end:/\}/,keywords:s},h=t.inherit(m,{illegal:/\n/}),x={className:"string",begin:/\$"/,end:'"',illegal:/\n/,contains:[{begin:/\{\{/},{begin:/\}\}/},t.BACKSLASH_ESCAPE,h]},y={className:"string",begin:/\$@"/,end:'"',contains:[{begin:/\{\{/},{begin:/\}\}/},{begin:'""'},m]},b=t.inherit(y,{illegal:/\n/,contains:[{begin:/\{\{/},{begin:/\}\}/},{begin:'""'},h]});m.contains=[y,x,c,t.APOS_STRING_MODE,t.QUOTE_STRING_MODE,l,t.C_BLOCK_COMMENT_MODE],h.contains=[b,x,p,t.APOS_STRING_MODE,t.QUOTE_STRING_MODE,l,t.inherit(t.C_BLOCK_COMMENT_MODE,{illegal:/\n/})];let v={variants:[d,y,x,c,t.APOS_STRING_MODE,t.QUOTE_STRING_MODE]},M={begin:"<",end:">",contains:[{beginKeywords:"in out"},i]},C=t.IDENT_RE+"(<"+t.IDENT_RE+"(\\s*,\\s*"+t.IDENT_RE+")*>)?(\\[\\])?",I={begin:"@"+t.IDENT_RE,relevance:0};return{name:"C#",aliases:["cs","c#"],keywords:s,illegal:/::/,contains:[t.COMMENT("///","$",{returnBegin:!0,contains:[{className:"doctag",variants:[{begin:"///",relevance:0},{begin:"<!--|-->"},{begin:"</?",end:">"}]}]}),t.C_LINE_COMMENT_MODE,t.C_BLOCK_COMMENT_MODE,{className:"meta",begin:"#",end:"$",keywords:{keyword:"if else elif endif define undef warning error line region endregion pragma checksum"}},v,l,{beginKeywords:"class interface",relevance:0,end:/[{;=]/,illegal:/[^\s:,]/,contains:[{beginKeywords:"where class"},i,M,t.C_LINE_COMMENT_MODE,t.C_BLOCK_COMMENT_MODE]},{beginKeywords:"namespace",relevance:0,end:/[{;=]/,illegal:/[^\s:]/,contains:[i,t.C_LINE_COMMENT_MODE,t.C_BLOCK_COMMENT_MODE]},{beginKeywords:"record",relevance:0,end:/[{;=]/,illegal:/[^\s:]/,contains:[i,M,t.C_LINE_COMMENT_MODE,t.C_BLOCK_COMMENT_MODE]},{className:"meta",begin:"^\\s*\\[(?=[\\w])",excludeBegin:!0,end:"\\]",excludeEnd:!0,contains:[{className:"string",begin:/"/,end:/"/}]},{beginKeywords:"new return throw await else",relevance:0},{className:"function",begin:"("+C+"\\s+)+"+t.IDENT_RE+"\\s*(<[^=]+>\\s*)?\\(",returnBegin:!0,end:/\s*[{;=]/,excludeEnd:!0,keywords:s,contains:[{beginKeywords:r.join(" "),relevance:0},{begin:t.IDENT_RE+"\\s*(<[^=]+>\\s*)?\\(",returnBegin:!0,contains:[t.TITLE_MODE,M],relevance:0},{match:/\(\)/},{className:"params",begin:/\(/,end:/\)/,excludeBegin:!0,excludeEnd:!0,keywords:s,relevance:0,contains:[v,l,t.C_BLOCK_COMMENT_MODE]},t.C_LINE_COMMENT_MODE,t.C_BLOCK_COMMENT_MODE]},I]}}var Lb=t=>({IMPORTANT:{scope:"meta",begin:"!important"},BLOCK_COMMENT:t.C_BLOCK_COMMENT_MODE,HEXCOLOR:{scope:"number",begin:/#(([0-9a-fA-F]{3,4})|(([0-9a-fA-F]{2}){3,4}))\b/},UNICODE_RANGE:{scope:"number",begin:/\b[Uu]\+[0-9A-Fa-f][0-9A-Fa-f?]{0,4}(-[0-9A-Fa-f][0-9A-Fa-f]{0,4})?/},FUNCTION_DISPATCH:{className:"built_in",begin:/[\w-]+(?=\()/},ATTRIBUTE_SELECTOR_MODE:{scope:"selector-attr",begin:/\[/,end:/\]/,illegal:"$",contains:[t.APOS_STRING_MODE,t.QUOTE_STRING_MODE]},CSS_NUMBER_MODE:{scope:"number",begin:t.NUMBER_RE+"(%|em|ex|ch|rem|vw|vh|vmin|vmax|cm|mm|in|pt|pc|px|deg|grad|rad|turn|s|ms|Hz|kHz|dpi|dpcm|dppx)?",relevance:0},CSS_VARIABLE:{className:"attr",begin:/--[A-Za-z_][A-Za-z0-9_-]*/}}),Ib=["a","abbr","address","article","aside","audio","b","blockquote","body","button","canvas","caption","cite","code","dd","del","details","dfn","div","dl","dt","em","fieldset","figcaption","figure","footer","form","h1","h2","h3","h4","h5","h6","header","hgroup","html","i","iframe","img","input","ins","kbd","label","legend","li","main","mark","menu","nav","object","ol","optgroup","option","p","picture","q","quote","samp","section","select","source","span","strong","summary","sup","table","tbody","td","textarea","tfoot","th","thead","time","tr","ul","var","video"],Pb=["defs","g","marker","mask","pattern","svg","switch","symbol","feBlend","feColorMatrix","feComponentTransfer","feComposite","feConvolveMatrix","feDiffuseLighting","feDisplacementMap","feFlood","feGaussianBlur","feImage","feMerge","feMorphology","feOffset","feSpecularLighting","feTile","feTurbulence","linearGradient","radialGradient","stop","circle","ellipse","image","line","path","polygon","polyline","rect","text","use","textPath","tspan","foreignObject","clipPath"],Db=[...Ib,...Pb],Bb=["any-hover","any-pointer","aspect-ratio","color","color-gamut","color-index","device-aspect-ratio","device-height","device-width","display-mode","forced-colors","grid","height","hover","inverted-colors","monochrome","orientation","overflow-block","overflow-inline","pointer","prefers-color-scheme","prefers-contrast","prefers-reduced-motion","prefers-reduced-transparency","resolution","scan","scripting","update","width","min-width","max-width","min-height","max-height"].sort().reverse(),Fb=["active","any-link","blank","checked","current","default","defined","dir","disabled","drop","empty","enabled","first","first-child","first-of-type","fullscreen","future","focus","focus-visible","focus-within","has","host","host-context","hover","indeterminate","in-range","invalid","is","lang","last-child","last-of-type","left","link","local-link","not","nth-child","nth-col","nth-last-child","nth-last-col","nth-last-of-type","nth-of-type","only-child","only-of-type","optional","out-of-range","past","placeholder-shown","read-only","read-write","required","right","root","scope","target","target-within","user-invalid","valid","visited","where"].sort().reverse(),Ub=["after","backdrop","before","cue","cue-region","first-letter","first-line","grammar-error","marker","part","placeholder","selection","slotted","spelling-error"].sort().reverse(),Hb=["accent-color","align-content","align-items","align-self","alignment-baseline","all","anchor-name","animation","animation-composition","animation-delay","animation-direction","animation-duration","animation-fill-mode","animation-iteration-count","animation-name","animation-play-state","animation-range","animation-range-end","animation-range-start","animation-timeline","animation-timing-function","appearance","aspect-ratio","backdrop-filter","backface-visibility","background","background-attachment","background-blend-mode","background-clip","background-color","background-image","background-origin","background-position","background-position-x","background-position-y","background-repeat","background-size","baseline-shift","block-size","border","border-block","border-block-color","border-block-end","border-block-end-color","border-block-end-style","border-block-end-width","border-block-start","border-block-start-color","border-block-start-style","border-block-start-width","border-block-style","border-block-width","border-bottom","border-bottom-color","border-bottom-left-radius","border-bottom-right-radius","border-bottom-style","border-bottom-width","border-collapse","border-color","border-end-end-radius","border-end-start-radius","border-image","border-image-outset","border-image-repeat","border-image-slice","border-image-source","border-image-width","border-inline","border-inline-color","border-inline-end","border-inline-end-color","border-inline-end-style","border-inline-end-width","border-inline-start","border-inline-start-color","border-inline-start-style","border-inline-start-width","border-inline-style","border-inline-width","border-left","border-left-color","border-left-style","border-left-width","border-radius","border-right","border-right-color","border-right-style","border-right-width","border-spacing","border-start-end-radius","border-start-start-radius","border-style","border-top","border-top-color","border-top-left-radius","border-top-right-radius","border-top-style","border-top-width","border-width","bottom","box-align","box-decoration-break","box-direction","box-flex","box-flex-group","box-lines","box-ordinal-group","box-orient","box-pack","box-shadow","box-sizing","break-after","break-before","break-inside","caption-side","caret-color","clear","clip","clip-path","clip-rule","color","color-interpolation","color-interpolation-filters","color-profile","color-rendering","color-scheme","column-count","column-fill","column-gap","column-rule","column-rule-color","column-rule-style","column-rule-width","column-span","column-width","columns","contain","contain-intrinsic-block-size","contain-intrinsic-height","contain-intrinsic-inline-size","contain-intrinsic-size","contain-intrinsic-width","container","container-name","container-type","content","content-visibility","counter-increment","counter-reset","counter-set","cue","cue-after","cue-before","cursor","cx","cy","direction","display","dominant-baseline","empty-cells","enable-background","field-sizing","fill","fill-opacity","fill-rule","filter","flex","flex-basis","flex-direction","flex-flow","flex-grow","flex-shrink","flex-wrap","float","flood-color","flood-opacity","flow","font","font-display","font-family","font-feature-settings","font-kerning","font-language-override","font-optical-sizing","font-palette","font-size","font-size-adjust","font-smooth","font-smoothing","font-stretch","font-style","font-synthesis","font-synthesis-position","font-synthesis-small-caps","font-synthesis-style","font-synthesis-weight","font-variant","font-variant-alternates","font-variant-caps","font-variant-east-asian","font-variant-emoji","font-variant-ligatures","font-variant-numeric","font-variant-position","font-variation-settings","font-weight","forced-color-adjust","gap","glyph-orientation-horizontal","glyph-orientation-vertical","grid","grid-area","grid-auto-columns","grid-auto-flow","grid-auto-rows","grid-column","grid-column-end","grid-column-start","grid-gap","grid-row","grid-row-end","grid-row-start","grid-template","grid-template-areas","grid-template-columns","grid-template-rows","hanging-punctuation","height","hyphenate-character","hyphenate-limit-chars","hyphens","icon","image-orientation","image-rendering","image-resolution","ime-mode","initial-letter","initial-letter-align","inline-size","inset","inset-area","inset-block","inset-block-end","inset-block-start","inset-inline","inset-inline-end","inset-inline-start","isolation","justify-content","justify-items","justify-self","kerning","left","letter-spacing","lighting-color","line-break","line-height","line-height-step","list-style","list-style-image","list-style-position","list-style-type","margin","margin-block","margin-block-end","margin-block-start","margin-bottom","margin-inline","margin-inline-end","margin-inline-start","margin-left","margin-right","margin-top","margin-trim","marker","marker-end","marker-mid","marker-start","marks","mask","mask-border","mask-border-mode","mask-border-outset","mask-border-repeat","mask-border-slice","mask-border-source","mask-border-width","mask-clip","mask-composite","mask-image","mask-mode","mask-origin","mask-position","mask-repeat","mask-size","mask-type","masonry-auto-flow","math-depth","math-shift","math-style","max-block-size","max-height","max-inline-size","max-width","min-block-size","min-height","min-inline-size","min-width","mix-blend-mode","nav-down","nav-index","nav-left","nav-right","nav-up","none","normal","object-fit","object-position","offset","offset-anchor","offset-distance","offset-path","offset-position","offset-rotate","opacity","order","orphans","outline","outline-color","outline-offset","outline-style","outline-width","overflow","overflow-anchor","overflow-block","overflow-clip-margin","overflow-inline","overflow-wrap","overflow-x","overflow-y","overlay","overscroll-behavior","overscroll-behavior-block","overscroll-behavior-inline","overscroll-behavior-x","overscroll-behavior-y","padding","padding-block","padding-block-end","padding-block-start","padding-bottom","padding-inline","padding-inline-end","padding-inline-start","padding-left","padding-right","padding-top","page","page-break-after","page-break-before","page-break-inside","paint-order","pause","pause-after","pause-before","perspective","perspective-origin","place-content","place-items","place-self","pointer-events","position","position-anchor","position-visibility","print-color-adjust","quotes","r","resize","rest","rest-after","rest-before","right","rotate","row-gap","ruby-align","ruby-position","scale","scroll-behavior","scroll-margin","scroll-margin-block","scroll-margin-block-end","scroll-margin-block-start","scroll-margin-bottom","scroll-margin-inline","scroll-margin-inline-end","scroll-margin-inline-start","scroll-margin-left","scroll-margin-right","scroll-margin-top","scroll-padding","scroll-padding-block","scroll-padding-block-end","scroll-padding-block-start","scroll-padding-bottom","scroll-padding-inline","scroll-padding-inline-end","scroll-padding-inline-start","scroll-padding-left","scroll-padding-right","scroll-padding-top","scroll-snap-align","scroll-snap-stop","scroll-snap-type","scroll-timeline","scroll-timeline-axis","scroll-timeline-name","scrollbar-color","scrollbar-gutter","scrollbar-width","shape-image-threshold","shape-margin","shape-outside","shape-rendering","speak","speak-as","src","stop-color","stop-opacity","stroke","stroke-dasharray","stroke-dashoffset","stroke-linecap","stroke-linejoin","stroke-miterlimit","stroke-opacity","stroke-width","tab-size","table-layout","text-align","text-align-all","text-align-last","text-anchor","text-combine-upright","text-decoration","text-decoration-color","text-decoration-line","text-decoration-skip","text-decoration-skip-ink","text-decoration-style","text-decoration-thickness","text-emphasis","text-emphasis-color","text-emphasis-position","text-emphasis-style","text-indent","text-justify","text-orientation","text-overflow","text-rendering","text-shadow","text-size-adjust","text-transform","text-underline-offset","text-underline-position","text-wrap","text-wrap-mode","text-wrap-style","timeline-scope","top","touch-action","transform","transform-box","transform-origin","transform-style","transition","transition-behavior","transition-delay","transition-duration","transition-property","transition-timing-function","translate","unicode-bidi","unicode-range","user-modify","user-select","vector-effect","vertical-align","view-timeline","view-timeline-axis","view-timeline-inset","view-timeline-name","view-transition-name","visibility","voice-balance","voice-duration","voice-family","voice-pitch","voice-range","voice-rate","voice-stress","voice-volume","white-space","white-space-collapse","widows","width","will-change","word-break","word-spacing","word-wrap","writing-mode","x","y","z-index","zoom"].sort().reverse();function Ou(t){let e=t.regex,r=Lb(t),o={begin:/-(webkit|moz|ms|o)-(?=[a-z])/},n="and or not only",a=/@-?\w[\w]*(-\w+)*/,s="[a-zA-Z-][a-zA-Z0-9_-]*",i=[t.APOS_STRING_MODE,t.QUOTE_STRING_MODE];return{name:"CSS",case_insensitive:!0,illegal:/[=|'\$]/,keywords:{keyframePosition:"from to"},classNameAliases:{keyframePosition:"selector-tag"},contains:[r.BLOCK_COMMENT,o,r.CSS_NUMBER_MODE,{className:"selector-id",begin:/#[A-Za-z0-9_-]+/,relevance:0},{className:"selector-class",begin:"\\."+s,relevance:0},r.ATTRIBUTE_SELECTOR_MODE,{className:"selector-pseudo",variants:[{begin:":("+Fb.join("|")+")"},{begin:":(:)?("+Ub.join("|")+")"}]},r.CSS_VARIABLE,{className:"attribute",begin:"\\b("+Hb.join("|")+")\\b"},{begin:/:/,end:/[;}{]/,contains:[r.BLOCK_COMMENT,r.HEXCOLOR,r.IMPORTANT,r.CSS_NUMBER_MODE,r.UNICODE_RANGE,...i,{begin:/(url|data-uri)\(/,end:/\)/,relevance:0,keywords:{built_in:"url data-uri"},contains:[...i,{className:"string",begin:/[^)]/,endsWithParent:!0,excludeEnd:!0}]},r.FUNCTION_DISPATCH]},{begin:e.lookahead(/@/),end:"[{;]",relevance:0,illegal:/:/,contains:[{className:"keyword",begin:a},{begin:/\s/,endsWithParent:!0,excludeEnd:!0,relevance:0,keywords:{$pattern:/[a-z-]+/,keyword:n,attribute:Bb.join(" ")},contains:[{begin:/[a-z-]+(?=:)/,className:"attribute"},...i,r.CSS_NUMBER_MODE]}]},{className:"selector-tag",begin:"\\b("+Db.join("|")+")\\b"}]}}function Nu(t){let e=t.regex;return{name:"Diff",aliases:["patch"],contains:[{className:"meta",relevance:10,match:e.either(/^@@ +-\d+,\d+ +\+\d+,\d+ +@@/,/^@@ +-\d+ +\+\d+,\d+ +@@/,/^@@ +-\d+,\d+ +\+\d+ +@@/,/^@@ +-\d+ +\+\d+ +@@/,/^\*\*\* +\d+,\d+ +\*\*\*\*$/,/^--- +\d+,\d+ +----$/)},{className:"comment",variants:[{begin:e.either(/Index: /,/^index/,/={3,}/,/^-{3}/,/^\*{3} /,/^\+{3}/,/^diff --git/),end:/$/},{match:/^\*{15}$/}]},{className:"addition",begin:/^\+/,end:/$/},{className:"deletion",begin:/^-/,end:/$/},{className:"addition",begin:/^!/,end:/$/}]}}function $u(t){let a={keyword:["break","case","chan","const","continue","default","defer","else","fallthrough","for","func","go","goto","if","import","interface","map","package","range","return","select","struct","switch","type","var"],type:["bool","byte","complex64","complex128","error","float32","float64","int8","int16","int32","int64","string","uint8","uint16","uint32","uint64","int","uint","uintptr","rune"],literal:["true","false","iota","nil"],built_in:["append","cap","close","complex","copy","imag","len","make","new","panic","print","println","real","recover","delete"]};return{name:"Go",aliases:["golang"],keywords:a,illegal:"</",contains:[t.C_LINE_COMMENT_MODE,t.C_BLOCK_COMMENT_MODE,{className:"string",variants:[t.QUOTE_STRING_MODE,t.APOS_STRING_MODE,{begin:"`",end:"`"}]},{className:"number",variants:[{match:/-?\b0[xX]\.[a-fA-F0-9](_?[a-fA-F0-9])*[pP][+-]?\d(_?\d)*i?/,relevance:0},{match:/-?\b0[xX](_?[a-fA-F0-9])+((\.([a-fA-F0-9](_?[a-fA-F0-9])*)?)?[pP][+-]?\d(_?\d)*)?i?/,relevance:0},{match:/-?\b0[oO](_?[0-7])*i?/,relevance:0},{match:/-?\.\d(_?\d)*([eE][+-]?\d(_?\d)*)?i?/,relevance:0},{match:/-?\b\d(_?\d)*(\.(\d(_?\d)*)?)?([eE][+-]?\d(_?\d)*)?i?/,relevance:0}]},{begin:/:=/},{className:"function",beginKeywords:"func",end:"\\s*(\\{|$)",excludeEnd:!0,contains:[t.TITLE_MODE,{className:"params",begin:/\(/,end:/\)/,endsParent:!0,keywords:a,illegal:/["']/}]}]}}function Lu(t){let e=t.regex,r={className:"number",relevance:0,variants:[{begin:/([+-]+)?[\d]+_[\d_]+/},{begin:t.NUMBER_RE}]},o=t.COMMENT();o.variants=[{begin:/;/,end:/$/},{begin:/#/,end:/$/}];let n={className:"variable",variants:[{begin:/\$[\w\d"][\w\d_]*/},{begin:/\$\{(.*?)\}/}]},a={className:"literal",begin:/\bon|off|true|false|yes|no\b/},s={className:"string",contains:[t.BACKSLASH_ESCAPE],variants:[{begin:"'''",end:"'''",relevance:10},{begin:'"""',end:'"""',relevance:10},{begin:'"',end:'"'},{begin:"'",end:"'"}]},i={begin:/\[/,end:/\]/,contains:[o,a,n,s,r,"self"],relevance:0},l=/[A-Za-z0-9_-]+/,d=/"(\\"|[^"])*"/,c=/'[^']*'/,p=e.either(l,d,c),m=e.concat(p,"(\\s*\\.\\s*",p,")*",e.lookahead(/\s*=\s*[^#\s]/));return{name:"TOML, also INI",aliases:["toml"],case_insensitive:!0,illegal:/\S/,contains:[o,{className:"section",begin:/\[+/,end:/\]+/},{begin:m,className:"attr",starts:{end:/$/,contains:[o,i,a,n,s,r]}}]}}var Kt="[0-9](_*[0-9])*",Gn=`\\.(${Kt})`,Kn="[0-9a-fA-F](_*[0-9a-fA-F])*",Iu={className:"number",variants:[{begin:`(\\b(${Kt})((${Gn})|\\.)?|(${Gn}))[eE][+-]?(${Kt})[fFdD]?\\b`},{begin:`\\b(${Kt})((${Gn})[fFdD]?\\b|\\.([fFdD]\\b)?)`},{begin:`(${Gn})[fFdD]?\\b`},{begin:`\\b(${Kt})[fFdD]\\b`},{begin:`\\b0[xX]((${Kn})\\.?|(${Kn})?\\.(${Kn}))[pP][+-]?(${Kt})[fFdD]?\\b`},{begin:"\\b(0|[1-9](_*[0-9])*)[lL]?\\b"},{begin:`\\b0[xX](${Kn})[lL]?\\b`},{begin:"\\b0(_*[0-7])*[lL]?\\b"},{begin:"\\b0[bB][01](_*[01])*[lL]?\\b"}],relevance:0};function Pu(t,e,r){return r===-1?"":t.replace(e,o=>Pu(t,e,r-1))}function Du(t){let e=t.regex,r="[À-ʸa-zA-Z_$][À-ʸa-zA-Z_$0-9]*",o=r+Pu("(?:<"+r+"~~~(?:\\s*,\\s*"+r+"~~~)*>)?",/~~~/g,2),l={keyword:["synchronized","abstract","private","var","static","if","const ","for","while","strictfp","finally","protected","import","native","final","void","enum","else","break","transient","catch","instanceof","volatile","case","assert","package","default","public","try","switch","continue","throws","protected","public","private","module","requires","exports","do","sealed","yield","permits","goto","when"],literal:["false","true","null"],type:["char","boolean","long","float","int","byte","short","double"],built_in:["super","this"]},d={className:"meta",begin:"@"+r,contains:[{begin:/\(/,end:/\)/,contains:["self"]}]},c={className:"params",begin:/\(/,end:/\)/,keywords:l,relevance:0,contains:[t.C_BLOCK_COMMENT_MODE],endsParent:!0};return{name:"Java",aliases:["jsp"],keywords:l,illegal:/<\/|#/,contains:[t.COMMENT("/\\*\\*","\\*/",{relevance:0,contains:[{begin:/\w+@/,relevance:0},{className:"doctag",begin:"@[A-Za-z]+"}]}),{begin:/import java\.[a-z]+\./,keywords:"import",relevance:2},t.C_LINE_COMMENT_MODE,t.C_BLOCK_COMMENT_MODE,{begin:/"""/,end:/"""/,className:"string",contains:[t.BACKSLASH_ESCAPE]},t.APOS_STRING_MODE,t.QUOTE_STRING_MODE,{match:[/\b(?:class|interface|enum|extends|implements|new)/,/\s+/,r],className:{1:"keyword",3:"title.class"}},{match:/non-sealed/,scope:"keyword"},{begin:[e.concat(/(?!else)/,r),/\s+/,r,/\s+/,/=(?!=)/],className:{1:"type",3:"variable",5:"operator"}},{begin:[/record/,/\s+/,r],className:{1:"keyword",3:"title.class"},contains:[c,t.C_LINE_COMMENT_MODE,t.C_BLOCK_COMMENT_MODE]},{beginKeywords:"new throw return else",relevance:0},{begin:["(?:"+o+"\\s+)",t.UNDERSCORE_IDENT_RE,/\s*(?=\()/],className:{2:"title.function"},keywords:l,contains:[{className:"params",begin:/\(/,end:/\)/,keywords:l,relevance:0,contains:[d,t.APOS_STRING_MODE,t.QUOTE_STRING_MODE,Iu,t.C_BLOCK_COMMENT_MODE]},t.C_LINE_COMMENT_MODE,t.C_BLOCK_COMMENT_MODE]},Iu,d]}}var Bu="[A-Za-z$_][0-9A-Za-z$_]*",zb=["as","in","of","if","for","while","finally","var","new","function","do","return","void","else","break","catch","instanceof","with","throw","case","default","try","switch","continue","typeof","delete","let","yield","const","class","debugger","async","await","static","import","from","export","extends","using"],Wb=["true","false","null","undefined","NaN","Infinity"],Fu=["Object","Function","Boolean","Symbol","Math","Date","Number","BigInt","String","RegExp","Array","Float32Array","Float64Array","Int8Array","Uint8Array","Uint8ClampedArray","Int16Array","Int32Array","Uint16Array","Uint32Array","BigInt64Array","BigUint64Array","Set","Map","WeakSet","WeakMap","ArrayBuffer","SharedArrayBuffer","Atomics","DataView","JSON","Promise","Generator","GeneratorFunction","AsyncFunction","Reflect","Proxy","Intl","WebAssembly"],Uu=["Error","EvalError","InternalError","RangeError","ReferenceError","SyntaxError","TypeError","URIError"],Hu=["setInterval","setTimeout","clearInterval","clearTimeout","require","exports","eval","isFinite","isNaN","parseFloat","parseInt","decodeURI","decodeURIComponent","encodeURI","encodeURIComponent","escape","unescape"],qb=["arguments","this","super","console","window","document","localStorage","sessionStorage","module","global"],Gb=[].concat(Hu,Fu,Uu);function zu(t){let e=t.regex,r=(E,{after:N})=>{let q="</"+E[0].slice(1);return E.input.indexOf(q,N)!==-1},o=Bu,n={begin:"<>",end:"</>"},a=/<[A-Za-z0-9\\._:-]+\s*\/>/,s={begin:/<[A-Za-z0-9\\._:-]+/,end:/\/[A-Za-z0-9\\._:-]+>|\/>/,isTrulyOpeningTag:(E,N)=>{let q=E[0].length+E.index,oe=E.input[q];if(oe==="<"||oe===","){N.ignoreMatch();return}oe===">"&&(r(E,{after:q})||N.ignoreMatch());let ae,Te=E.input.substring(q);if(ae=Te.match(/^\s*=/)){N.ignoreMatch();return}if((ae=Te.match(/^\s+extends\s+/))&&ae.index===0){N.ignoreMatch();return}}},i={$pattern:Bu,keyword:zb,literal:Wb,built_in:Gb,"variable.language":qb},l="[0-9](_?[0-9])*",d=`\\.(${l})`,c="0|[1-9](_?[0-9])*|0[0-7]*[89][0-9]*",p={className:"number",variants:[{begin:`(\\b(${c})((${d})|\\.)?|(${d}))[eE][+-]?(${l})\\b`},{begin:`\\b(${c})\\b((${d})\\b|\\.)?|(${d})\\b`},{begin:"\\b(0|[1-9](_?[0-9])*)n\\b"},{begin:"\\b0[xX][0-9a-fA-F](_?[0-9a-fA-F])*n?\\b"},{begin:"\\b0[bB][0-1](_?[0-1])*n?\\b"},{begin:"\\b0[oO][0-7](_?[0-7])*n?\\b"},{begin:"\\b0[0-7]+n?\\b"}],relevance:0},m={className:"subst",begin:"\\$\\{",end:"\\}",keywords:i,contains:[]},h={begin:".?html`",end:"",starts:{end:"`",returnEnd:!1,contains:[t.BACKSLASH_ESCAPE,m],subLanguage:"xml"}},x={begin:".?css`",end:"",starts:{end:"`",returnEnd:!1,contains:[t.BACKSLASH_ESCAPE,m],subLanguage:"css"}},y={begin:".?gql`",end:"",starts:{end:"`",returnEnd:!1,contains:[t.BACKSLASH_ESCAPE,m],subLanguage:"graphql"}},b={className:"string",begin:"`",end:"`",contains:[t.BACKSLASH_ESCAPE,m]},M={className:"comment",variants:[t.COMMENT(/\/\*\*(?!\/)/,"\\*/",{relevance:0,contains:[{begin:"(?=@[A-Za-z]+)",relevance:0,contains:[{className:"doctag",begin:"@[A-Za-z]+"},{className:"type",begin:"\\{",end:"\\}",excludeEnd:!0,excludeBegin:!0,relevance:0},{className:"variable",begin:o+"(?=\\s*(-)|$)",endsParent:!0,relevance:0},{begin:/(?=[^\n])\s/,relevance:0}]}]}),t.C_BLOCK_COMMENT_MODE,t.C_LINE_COMMENT_MODE]},C=[t.APOS_STRING_MODE,t.QUOTE_STRING_MODE,h,x,y,b,{match:/\$\d+/},p];m.contains=C.concat({begin:/\{/,end:/\}/,keywords:i,contains:["self"].concat(C)});let I=[].concat(M,m.contains),H=I.concat([{begin:/(\s*)\(/,end:/\)/,keywords:i,contains:["self"].concat(I)}]),O={className:"params",begin:/(\s*)\(/,end:/\)/,excludeBegin:!0,excludeEnd:!0,keywords:i,contains:H},ie={variants:[{match:[/class/,/\s+/,o,/\s+/,/extends/,/\s+/,e.concat(o,"(",e.concat(/\./,o),")*")],scope:{1:"keyword",3:"title.class",5:"keyword",7:"title.class.inherited"}},{match:[/class/,/\s+/,o],scope:{1:"keyword",3:"title.class"}}]},U={relevance:0,match:e.either(/\bJSON/,/\b[A-Z][a-z]+([A-Z][a-z]*|\d)*/,/\b[A-Z]{2,}([A-Z][a-z]+|\d)+([A-Z][a-z]*)*/,/\b[A-Z]{2,}[a-z]+([A-Z][a-z]+|\d)*([A-Z][a-z]*)*/),className:"title.class",keywords:{_:[...Fu,...Uu]}},X={label:"use_strict",className:"meta",relevance:10,begin:/^\s*['"]use (strict|asm)['"]/},ce={variants:[{match:[/function/,/\s+/,o,/(?=\s*\()/]},{match:[/function/,/\s*(?=\()/]}],className:{1:"keyword",3:"title.function"},label:"func.def",contains:[O],illegal:/%/},we={relevance:0,match:/\b[A-Z][A-Z_0-9]+\b/,className:"variable.constant"};function he(E){return e.concat("(?!",E.join("|"),")")}let pe={match:e.concat(/\b/,he([...Hu,"super","import","await"].map(E=>`${E}\\s*\\(`)),o,e.lookahead(/\s*\(/)),className:"title.function",relevance:0},W={begin:e.concat(/\./,e.lookahead(e.concat(o,/(?![0-9A-Za-z$_(])/))),end:o,excludeBegin:!0,keywords:"prototype",className:"property",relevance:0},le={match:[/get|set/,/\s+/,o,/(?=\()/],className:{1:"keyword",3:"title.function"},contains:[{begin:/\(\)/},O]},g="(\\([^()]*(\\([^()]*(\\([^()]*\\)[^()]*)*\\)[^()]*)*\\)|"+t.UNDERSCORE_IDENT_RE+")\\s*=>",k={match:[/const|var|let/,/\s+/,o,/\s*/,/=\s*/,/(async\s*)?/,e.lookahead(g)],keywords:"async",className:{1:"keyword",3:"title.function"},contains:[O]};return{name:"JavaScript",aliases:["js","jsx","mjs","cjs"],keywords:i,exports:{PARAMS_CONTAINS:H,CLASS_REFERENCE:U},illegal:/#(?![$_A-Za-z])/,contains:[t.SHEBANG({label:"shebang",binary:"node",relevance:5}),X,t.APOS_STRING_MODE,t.QUOTE_STRING_MODE,h,x,y,b,M,{match:/\$\d+/},p,U,{scope:"attr",match:o+e.lookahead(":"),relevance:0},k,{begin:"("+t.RE_STARTERS_RE+"|\\b(case|return|throw)\\b)\\s*",keywords:"return throw case",relevance:0,contains:[M,t.REGEXP_MODE,{className:"function",begin:g,returnBegin:!0,end:"\\s*=>",contains:[{className:"params",variants:[{begin:t.UNDERSCORE_IDENT_RE,relevance:0},{className:null,begin:/\(\s*\)/,skip:!0},{begin:/(\s*)\(/,end:/\)/,excludeBegin:!0,excludeEnd:!0,keywords:i,contains:H}]}]},{begin:/,/,relevance:0},{match:/\s+/,relevance:0},{variants:[{begin:n.begin,end:n.end},{match:a},{begin:s.begin,"on:begin":s.isTrulyOpeningTag,end:s.end}],subLanguage:"xml",contains:[{begin:s.begin,end:s.end,skip:!0,contains:["self"]}]}]},ce,{beginKeywords:"while if switch catch for"},{begin:"\\b(?!function)"+t.UNDERSCORE_IDENT_RE+"\\([^()]*(\\([^()]*(\\([^()]*\\)[^()]*)*\\)[^()]*)*\\)\\s*\\{",returnBegin:!0,label:"func.def",contains:[O,t.inherit(t.TITLE_MODE,{begin:o,className:"title.function"})]},{match:/\.\.\./,relevance:0},W,{match:"\\$"+o,relevance:0},{match:[/\bconstructor(?=\s*\()/],className:{1:"title.function"},contains:[O]},pe,we,ie,le,{match:/\$[(.]/}]}}var Kb="([-+]?)(\\b0[xX][a-fA-F0-9]+|(\\b\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d+)?)|NaN|[-+]?Infinity",Vb={scope:"number",match:Kb,relevance:0};function Wu(t){let e={className:"attr",begin:/(("(\\.|[^\\"\r\n])*")|('(\\.|[^\\'\r\n])*'))(?=\s*:)/,relevance:1.01},r={match:/[{}[\],:]/,className:"punctuation",relevance:0},o=["true","false","null"],n={scope:"literal",beginKeywords:o.join(" ")};return{name:"JSON",aliases:["jsonc","json5"],keywords:{literal:o},contains:[e,r,t.APOS_STRING_MODE,t.QUOTE_STRING_MODE,n,Vb,t.C_LINE_COMMENT_MODE,t.C_BLOCK_COMMENT_MODE],illegal:"\\S"}}var Vt="[0-9](_*[0-9])*",Vn=`\\.(${Vt})`,Xn="[0-9a-fA-F](_*[0-9a-fA-F])*",Xb={className:"number",variants:[{begin:`(\\b(${Vt})((${Vn})|\\.)?|(${Vn}))[eE][+-]?(${Vt})[fFdD]?\\b`},{begin:`\\b(${Vt})((${Vn})[fFdD]?\\b|\\.([fFdD]\\b)?)`},{begin:`(${Vn})[fFdD]?\\b`},{begin:`\\b(${Vt})[fFdD]\\b`},{begin:`\\b0[xX]((${Xn})\\.?|(${Xn})?\\.(${Xn}))[pP][+-]?(${Vt})[fFdD]?\\b`},{begin:"\\b(0|[1-9](_*[0-9])*)[lL]?\\b"},{begin:`\\b0[xX](${Xn})[lL]?\\b`},{begin:"\\b0(_*[0-7])*[lL]?\\b"},{begin:"\\b0[bB][01](_*[01])*[lL]?\\b"}],relevance:0};function qu(t){let e={keyword:"abstract as val var vararg get set class object open private protected public noinline crossinline dynamic final enum if else do while for when throw try catch finally import package is in fun override companion reified inline lateinit init interface annotation data sealed internal infix operator out by constructor super tailrec where const inner suspend typealias external expect actual",built_in:"Byte Short Char Int Long Boolean Float Double Void Unit Nothing",literal:"true false null"},r={className:"keyword",begin:/\b(break|continue|return|this)\b/,starts:{contains:[{className:"symbol",begin:/@\w+/}]}},o={className:"symbol",begin:t.UNDERSCORE_IDENT_RE+"@"},n={className:"subst",begin:/\$\{/,end:/\}/,contains:[t.C_NUMBER_MODE]},a={className:"variable",begin:"\\$"+t.UNDERSCORE_IDENT_RE},s={className:"string",variants:[{begin:'"""',end:'"""(?=[^"])',contains:[a,n]},{begin:"'",end:"'",illegal:/\n/,contains:[t.BACKSLASH_ESCAPE]},{begin:'"',end:'"',illegal:/\n/,contains:[t.BACKSLASH_ESCAPE,a,n]}]};n.contains.push(s);let i={className:"meta",begin:"@(?:file|property|field|get|set|receiver|param|setparam|delegate)\\s*:(?:\\s*"+t.UNDERSCORE_IDENT_RE+")?"},l={className:"meta",begin:"@"+t.UNDERSCORE_IDENT_RE,contains:[{begin:/\(/,end:/\)/,contains:[t.inherit(s,{className:"string"}),"self"]}]},d=Xb,c=t.COMMENT("/\\*","\\*/",{contains:[t.C_BLOCK_COMMENT_MODE]}),p={variants:[{className:"type",begin:t.UNDERSCORE_IDENT_RE},{begin:/\(/,end:/\)/,contains:[]}]},m=p;return m.variants[1].contains=[p],p.variants[1].contains=[m],{name:"Kotlin",aliases:["kt","kts"],keywords:e,contains:[t.COMMENT("/\\*\\*","\\*/",{relevance:0,contains:[{className:"doctag",begin:"@[A-Za-z]+"}]}),t.C_LINE_COMMENT_MODE,c,r,o,i,l,{className:"function",beginKeywords:"fun",end:"[(]|$",returnBegin:!0,excludeEnd:!0,keywords:e,relevance:5,contains:[{begin:t.UNDERSCORE_IDENT_RE+"\\s*\\(",returnBegin:!0,relevance:0,contains:[t.UNDERSCORE_TITLE_MODE]},{className:"type",begin:/</,end:/>/,keywords:"reified",relevance:0},{className:"params",begin:/\(/,end:/\)/,endsParent:!0,keywords:e,relevance:0,contains:[{begin:/:/,end:/[=,\/]/,endsWithParent:!0,contains:[p,t.C_LINE_COMMENT_MODE,c],relevance:0},t.C_LINE_COMMENT_MODE,c,i,l,s,t.C_NUMBER_MODE]},c]},{begin:[/class|interface|trait/,/\s+/,t.UNDERSCORE_IDENT_RE],beginScope:{3:"title.class"},keywords:"class interface trait",end:/[:\{(]|$/,excludeEnd:!0,illegal:"extends implements",contains:[{beginKeywords:"public protected internal private constructor"},t.UNDERSCORE_TITLE_MODE,{className:"type",begin:/</,end:/>/,excludeBegin:!0,excludeEnd:!0,relevance:0},{className:"type",begin:/[,:]\s*/,end:/[<\(,){\s]|$/,excludeBegin:!0,returnEnd:!0},i,l]},s,{className:"meta",begin:"^#!/usr/bin/env",end:"$",illegal:`
`},d]}}function Gu(t){let e=t.regex,r={begin:/<\/?[A-Za-z_]/,end:">",subLanguage:"xml",relevance:0},o={begin:"^[-\\*]{3,}",end:"$"},n={className:"code",variants:[{begin:"(`{3,})[^`](.|\\n)*?\\1`*[ ]*"},{begin:"(~{3,})[^~](.|\\n)*?\\1~*[ ]*"},{begin:"```",end:"```+[ ]*$"},{begin:"~~~",end:"~~~+[ ]*$"},{begin:"`.+?`"},{begin:"(?=^( {4}|\\t))",contains:[{begin:"^( {4}|\\t)",end:"(\\n)$"}],relevance:0}]},a={className:"bullet",begin:"^[ 	]*([*+-]|(\\d+\\.))(?=\\s+)",end:"\\s+",excludeEnd:!0},s={begin:/^\[[^\n]+\]:/,returnBegin:!0,contains:[{className:"symbol",begin:/\[/,end:/\]/,excludeBegin:!0,excludeEnd:!0},{className:"link",begin:/:\s*/,end:/$/,excludeBegin:!0}]},i=/[A-Za-z][A-Za-z0-9+.-]*/,l={variants:[{begin:/\[.+?\]\[.*?\]/,relevance:0},{begin:/\[.+?\]\(((data|javascript|mailto):|(?:http|ftp)s?:\/\/).*?\)/,relevance:2},{begin:e.concat(/\[.+?\]\(/,i,/:\/\/.*?\)/),relevance:2},{begin:/\[.+?\]\([./?&#].*?\)/,relevance:1},{begin:/\[.*?\]\(.*?\)/,relevance:0}],returnBegin:!0,contains:[{match:/\[(?=\])/},{className:"string",relevance:0,begin:"\\[",end:"\\]",excludeBegin:!0,returnEnd:!0},{className:"link",relevance:0,begin:"\\]\\(",end:"\\)",excludeBegin:!0,excludeEnd:!0},{className:"symbol",relevance:0,begin:"\\]\\[",end:"\\]",excludeBegin:!0,excludeEnd:!0}]},d={className:"strong",contains:[],variants:[{begin:/_{2}(?!\s)/,end:/_{2}/},{begin:/\*{2}(?!\s)/,end:/\*{2}/}]},c={className:"emphasis",contains:[],variants:[{begin:/\*(?![*\s])/,end:/\*/},{begin:/_(?![_\s])/,end:/_/,relevance:0}]},p=t.inherit(d,{contains:[]}),m=t.inherit(c,{contains:[]});d.contains.push(m),c.contains.push(p);let h=[r,l];return[d,c,p,m].forEach(v=>{v.contains=v.contains.concat(h)}),h=h.concat(d,c),{name:"Markdown",aliases:["md","mkdown","mkd"],contains:[{className:"section",variants:[{begin:"^#{1,6}",end:"$",contains:h},{begin:"(?=^.+?\\n[=-]{2,}$)",contains:[{begin:"^[=-]*$"},{begin:"^",end:"\\n",contains:h}]}]},r,a,d,c,{className:"quote",begin:"^>\\s+",contains:h,end:"$"},n,o,l,s,{scope:"literal",match:/&([a-zA-Z0-9]+|#[0-9]{1,7}|#[Xx][0-9a-fA-F]{1,6});/}]}}function Ku(t){let e=t.regex,r=/(?![A-Za-z0-9])(?![$])/,o=e.concat(/[a-zA-Z_\x7f-\xff][a-zA-Z0-9_\x7f-\xff]*/,r),n=e.concat(/(\\?[A-Z][a-z0-9_\x7f-\xff]+|\\?[A-Z]+(?=[A-Z][a-z0-9_\x7f-\xff])){1,}/,r),a=e.concat(/[A-Z]+/,r),s={scope:"variable",match:"\\$+"+o},i={scope:"meta",variants:[{begin:/<\?php/,relevance:10},{begin:/<\?=/},{begin:/<\?/,relevance:.1},{begin:/\?>/}]},l={scope:"subst",variants:[{begin:/\$\w+/},{begin:/\{\$/,end:/\}/}]},d=t.inherit(t.APOS_STRING_MODE,{illegal:null}),c=t.inherit(t.QUOTE_STRING_MODE,{illegal:null,contains:t.QUOTE_STRING_MODE.contains.concat(l)}),p={begin:/<<<[ \t]*(?:(\w+)|"(\w+)")\n/,end:/[ \t]*(\w+)\b/,contains:t.QUOTE_STRING_MODE.contains.concat(l),"on:begin":(W,le)=>{le.data._beginMatch=W[1]||W[2]},"on:end":(W,le)=>{le.data._beginMatch!==W[1]&&le.ignoreMatch()}},m=t.END_SAME_AS_BEGIN({begin:/<<<[ \t]*'(\w+)'\n/,end:/[ \t]*(\w+)\b/}),h=`[ 	
]`,x={scope:"string",variants:[c,d,p,m]},y={scope:"number",variants:[{begin:"\\b0[bB][01]+(?:_[01]+)*\\b"},{begin:"\\b0[oO][0-7]+(?:_[0-7]+)*\\b"},{begin:"\\b0[xX][\\da-fA-F]+(?:_[\\da-fA-F]+)*\\b"},{begin:"(?:\\b\\d+(?:_\\d+)*(\\.(?:\\d+(?:_\\d+)*))?|\\B\\.\\d+)(?:[eE][+-]?\\d+)?"}],relevance:0},b=["false","null","true"],v=["__CLASS__","__DIR__","__FILE__","__FUNCTION__","__COMPILER_HALT_OFFSET__","__LINE__","__METHOD__","__NAMESPACE__","__TRAIT__","die","echo","exit","include","include_once","print","require","require_once","array","abstract","and","as","binary","bool","boolean","break","callable","case","catch","class","clone","const","continue","declare","default","do","double","else","elseif","empty","enddeclare","endfor","endforeach","endif","endswitch","endwhile","enum","eval","extends","final","finally","float","for","foreach","from","global","goto","if","implements","instanceof","insteadof","int","integer","interface","isset","iterable","list","match|0","mixed","new","never","object","or","private","protected","public","readonly","real","return","string","switch","throw","trait","try","unset","use","var","void","while","xor","yield"],M=["Error|0","AppendIterator","ArgumentCountError","ArithmeticError","ArrayIterator","ArrayObject","AssertionError","BadFunctionCallException","BadMethodCallException","CachingIterator","CallbackFilterIterator","CompileError","Countable","DirectoryIterator","DivisionByZeroError","DomainException","EmptyIterator","ErrorException","Exception","FilesystemIterator","FilterIterator","GlobIterator","InfiniteIterator","InvalidArgumentException","IteratorIterator","LengthException","LimitIterator","LogicException","MultipleIterator","NoRewindIterator","OutOfBoundsException","OutOfRangeException","OuterIterator","OverflowException","ParentIterator","ParseError","RangeException","RecursiveArrayIterator","RecursiveCachingIterator","RecursiveCallbackFilterIterator","RecursiveDirectoryIterator","RecursiveFilterIterator","RecursiveIterator","RecursiveIteratorIterator","RecursiveRegexIterator","RecursiveTreeIterator","RegexIterator","RuntimeException","SeekableIterator","SplDoublyLinkedList","SplFileInfo","SplFileObject","SplFixedArray","SplHeap","SplMaxHeap","SplMinHeap","SplObjectStorage","SplObserver","SplPriorityQueue","SplQueue","SplStack","SplSubject","SplTempFileObject","TypeError","UnderflowException","UnexpectedValueException","UnhandledMatchError","ArrayAccess","BackedEnum","Closure","Fiber","Generator","Iterator","IteratorAggregate","Serializable","Stringable","Throwable","Traversable","UnitEnum","WeakReference","WeakMap","Directory","__PHP_Incomplete_Class","parent","php_user_filter","self","static","stdClass"],I={keyword:v,literal:(W=>{let le=[];return W.forEach(g=>{le.push(g),g.toLowerCase()===g?le.push(g.toUpperCase()):le.push(g.toLowerCase())}),le})(b),built_in:M},H=W=>W.map(le=>le.replace(/\|\d+$/,"")),O={variants:[{match:[/new/,e.concat(h,"+"),e.concat("(?!",H(M).join("\\b|"),"\\b)"),n],scope:{1:"keyword",4:"title.class"}}]},ie=e.concat(o,"\\b(?!\\()"),U={variants:[{match:[e.concat(/::/,e.lookahead(/(?!class\b)/)),ie],scope:{2:"variable.constant"}},{match:[/::/,/class/],scope:{2:"variable.language"}},{match:[n,e.concat(/::/,e.lookahead(/(?!class\b)/)),ie],scope:{1:"title.class",3:"variable.constant"}},{match:[n,e.concat("::",e.lookahead(/(?!class\b)/))],scope:{1:"title.class"}},{match:[n,/::/,/class/],scope:{1:"title.class",3:"variable.language"}}]},X={scope:"attr",match:e.concat(o,e.lookahead(":"),e.lookahead(/(?!::)/))},ce={relevance:0,begin:/\(/,end:/\)/,keywords:I,contains:[X,s,U,t.C_BLOCK_COMMENT_MODE,t.C_LINE_COMMENT_MODE,t.HASH_COMMENT_MODE,x,y,O]},we={relevance:0,match:[/\b/,e.concat("(?!fn\\b|function\\b|",H(v).join("\\b|"),"|",H(M).join("\\b|"),"\\b)"),o,e.concat(h,"*"),e.lookahead(/(?=\()/)],scope:{3:"title.function.invoke"},contains:[ce]};ce.contains.push(we);let he=[X,U,t.C_BLOCK_COMMENT_MODE,t.C_LINE_COMMENT_MODE,t.HASH_COMMENT_MODE,x,y,O],pe={begin:e.concat(/#\[\s*\\?/,e.either(n,a)),beginScope:"meta",end:/]/,endScope:"meta",keywords:{literal:b,keyword:["new","array"]},contains:[{begin:/\[/,end:/]/,keywords:{literal:b,keyword:["new","array"]},contains:["self",...he]},...he,{scope:"meta",variants:[{match:n},{match:a}]}]};return{case_insensitive:!1,keywords:I,contains:[pe,t.HASH_COMMENT_MODE,t.COMMENT("//","$"),t.COMMENT("/\\*","\\*/",{contains:[{scope:"doctag",match:"@[A-Za-z]+"}]}),{match:/__halt_compiler\(\);/,keywords:"__halt_compiler",starts:{scope:"comment",end:t.MATCH_NOTHING_RE,contains:[{match:/\?>/,scope:"meta",endsParent:!0}]}},i,{scope:"variable.language",match:/\$this\b/},s,we,U,{match:[/const/,/\s/,o],scope:{1:"keyword",3:"variable.constant"}},O,{scope:"function",relevance:0,beginKeywords:"fn function",end:/[;{]/,excludeEnd:!0,illegal:"[$%\\[]",contains:[{beginKeywords:"use"},t.UNDERSCORE_TITLE_MODE,{begin:"=>",endsParent:!0},{scope:"params",begin:"\\(",end:"\\)",excludeBegin:!0,excludeEnd:!0,keywords:I,contains:["self",pe,s,U,t.C_BLOCK_COMMENT_MODE,t.C_LINE_COMMENT_MODE,t.HASH_COMMENT_MODE,x,y]}]},{scope:"class",variants:[{beginKeywords:"enum",illegal:/[($"]/},{beginKeywords:"class interface trait",illegal:/[:($"]/}],relevance:0,end:/\{/,excludeEnd:!0,contains:[{beginKeywords:"extends implements"},t.UNDERSCORE_TITLE_MODE]},{beginKeywords:"namespace",relevance:0,end:";",illegal:/[.']/,contains:[t.inherit(t.UNDERSCORE_TITLE_MODE,{scope:"title.class"})]},{beginKeywords:"use",relevance:0,end:";",contains:[{match:/\b(as|const|function)\b/,scope:"keyword"},t.UNDERSCORE_TITLE_MODE]},x,y]}}function Vu(t){let e=t.regex,r=/[\p{XID_Start}_]\p{XID_Continue}*/u,o=["and","as","assert","async","await","break","case","class","continue","def","del","elif","else","except","finally","for","from","global","if","import","in","is","lambda","match","nonlocal|10","not","or","pass","raise","return","try","while","with","yield"],i={$pattern:/[A-Za-z]\w+|__\w+__/,keyword:o,built_in:["__import__","abs","all","any","ascii","bin","bool","breakpoint","bytearray","bytes","callable","chr","classmethod","compile","complex","delattr","dict","dir","divmod","enumerate","eval","exec","filter","float","format","frozenset","getattr","globals","hasattr","hash","help","hex","id","input","int","isinstance","issubclass","iter","len","list","locals","map","max","memoryview","min","next","object","oct","open","ord","pow","print","property","range","repr","reversed","round","set","setattr","slice","sorted","staticmethod","str","sum","super","tuple","type","vars","zip"],literal:["__debug__","Ellipsis","False","None","NotImplemented","True"],type:["Any","Callable","Coroutine","Dict","List","Literal","Generic","Optional","Sequence","Set","Tuple","Type","Union"]},l={className:"meta",begin:/^(>>>|\.\.\.) /},d={className:"subst",begin:/\{/,end:/\}/,keywords:i,illegal:/#/},c={begin:/\{\{/,relevance:0},p={className:"string",contains:[t.BACKSLASH_ESCAPE],variants:[{begin:/([uU]|[bB]|[rR]|[bB][rR]|[rR][bB])?'''/,end:/'''/,contains:[t.BACKSLASH_ESCAPE,l],relevance:10},{begin:/([uU]|[bB]|[rR]|[bB][rR]|[rR][bB])?"""/,end:/"""/,contains:[t.BACKSLASH_ESCAPE,l],relevance:10},{begin:/([fF][rR]|[rR][fF]|[fF])'''/,end:/'''/,contains:[t.BACKSLASH_ESCAPE,l,c,d]},{begin:/([fF][rR]|[rR][fF]|[fF])"""/,end:/"""/,contains:[t.BACKSLASH_ESCAPE,l,c,d]},{begin:/([uU]|[rR])'/,end:/'/,relevance:10},{begin:/([uU]|[rR])"/,end:/"/,relevance:10},{begin:/([bB]|[bB][rR]|[rR][bB])'/,end:/'/},{begin:/([bB]|[bB][rR]|[rR][bB])"/,end:/"/},{begin:/([fF][rR]|[rR][fF]|[fF])'/,end:/'/,contains:[t.BACKSLASH_ESCAPE,c,d]},{begin:/([fF][rR]|[rR][fF]|[fF])"/,end:/"/,contains:[t.BACKSLASH_ESCAPE,c,d]},t.APOS_STRING_MODE,t.QUOTE_STRING_MODE]},m="[0-9](_?[0-9])*",h=`(\\b(${m}))?\\.(${m})|\\b(${m})\\.`,x=`\\b|${o.join("|")}`,y={className:"number",relevance:0,variants:[{begin:`(\\b(${m})|(${h}))[eE][+-]?(${m})[jJ]?(?=${x})`},{begin:`(${h})[jJ]?`},{begin:`\\b([1-9](_?[0-9])*|0+(_?0)*)[lLjJ]?(?=${x})`},{begin:`\\b0[bB](_?[01])+[lL]?(?=${x})`},{begin:`\\b0[oO](_?[0-7])+[lL]?(?=${x})`},{begin:`\\b0[xX](_?[0-9a-fA-F])+[lL]?(?=${x})`},{begin:`\\b(${m})[jJ](?=${x})`}]},b={className:"comment",begin:e.lookahead(/# type:/),end:/$/,keywords:i,contains:[{begin:/# type:/},{begin:/#/,end:/\b\B/,endsWithParent:!0}]},v={className:"params",variants:[{className:"",begin:/\(\s*\)/,skip:!0},{begin:/\(/,end:/\)/,excludeBegin:!0,excludeEnd:!0,keywords:i,contains:["self",l,y,p,t.HASH_COMMENT_MODE]}]};return d.contains=[p,y,l],{name:"Python",aliases:["py","gyp","ipython"],unicodeRegex:!0,keywords:i,illegal:/(<\/|\?)|=>/,contains:[l,y,{scope:"variable.language",match:/\bself\b/},{beginKeywords:"if",relevance:0},{match:/\bor\b/,scope:"keyword"},p,b,t.HASH_COMMENT_MODE,{match:[/\bdef/,/\s+/,r],scope:{1:"keyword",3:"title.function"},contains:[v]},{variants:[{match:[/\bclass/,/\s+/,r,/\s*/,/\(\s*/,r,/\s*\)/]},{match:[/\bclass/,/\s+/,r]}],scope:{1:"keyword",3:"title.class",6:"title.class.inherited"}},{className:"meta",begin:/^[\t ]*@/,end:/(?=#)|$/,contains:[y,v,p]}]}}function Xu(t){let e=t.regex,r="([a-zA-Z_]\\w*[!?=]?|[-+~]@|<<|>>|=~|===?|<=>|[<>]=?|\\*\\*|[-/+%^&*~`|]|\\[\\]=?)",o=e.either(/\b([A-Z]+[a-z0-9]+)+/,/\b([A-Z]+[a-z0-9]+)+[A-Z]+/),n=e.concat(o,/(::\w+)*/),s={"variable.constant":["__FILE__","__LINE__","__ENCODING__"],"variable.language":["self","super"],keyword:["alias","and","begin","BEGIN","break","case","class","defined","do","else","elsif","end","END","ensure","for","if","in","module","next","not","or","redo","require","rescue","retry","return","then","undef","unless","until","when","while","yield",...["include","extend","prepend","public","private","protected","raise","throw"]],built_in:["proc","lambda","attr_accessor","attr_reader","attr_writer","define_method","private_constant","module_function"],literal:["true","false","nil"]},i={className:"doctag",begin:"@[A-Za-z]+"},l={begin:"#<",end:">"},d=[t.COMMENT("#","$",{contains:[i]}),t.COMMENT("^=begin","^=end",{contains:[i],relevance:10}),t.COMMENT("^__END__",t.MATCH_NOTHING_RE)],c={className:"subst",begin:/#\{/,end:/\}/,keywords:s},p={className:"string",contains:[t.BACKSLASH_ESCAPE,c],variants:[{begin:/'/,end:/'/},{begin:/"/,end:/"/},{begin:/`/,end:/`/},{begin:/%[qQwWx]?\(/,end:/\)/},{begin:/%[qQwWx]?\[/,end:/\]/},{begin:/%[qQwWx]?\{/,end:/\}/},{begin:/%[qQwWx]?</,end:/>/},{begin:/%[qQwWx]?\//,end:/\//},{begin:/%[qQwWx]?%/,end:/%/},{begin:/%[qQwWx]?-/,end:/-/},{begin:/%[qQwWx]?\|/,end:/\|/},{begin:/\B\?(\\\d{1,3})/},{begin:/\B\?(\\x[A-Fa-f0-9]{1,2})/},{begin:/\B\?(\\u\{?[A-Fa-f0-9]{1,6}\}?)/},{begin:/\B\?(\\M-\\C-|\\M-\\c|\\c\\M-|\\M-|\\C-\\M-)[\x20-\x7e]/},{begin:/\B\?\\(c|C-)[\x20-\x7e]/},{begin:/\B\?\\?\S/},{begin:e.concat(/<<[-~]?'?/,e.lookahead(/(\w+)(?=\W)[^\n]*\n(?:[^\n]*\n)*?\s*\1\b/)),contains:[t.END_SAME_AS_BEGIN({begin:/(\w+)/,end:/(\w+)/,contains:[t.BACKSLASH_ESCAPE,c]})]}]},m="[1-9](_?[0-9])*|0",h="[0-9](_?[0-9])*",x={className:"number",relevance:0,variants:[{begin:`\\b(${m})(\\.(${h}))?([eE][+-]?(${h})|r)?i?\\b`},{begin:"\\b0[dD][0-9](_?[0-9])*r?i?\\b"},{begin:"\\b0[bB][0-1](_?[0-1])*r?i?\\b"},{begin:"\\b0[oO][0-7](_?[0-7])*r?i?\\b"},{begin:"\\b0[xX][0-9a-fA-F](_?[0-9a-fA-F])*r?i?\\b"},{begin:"\\b0(_?[0-7])+r?i?\\b"}]},y={variants:[{match:/\(\)/},{className:"params",begin:/\(/,end:/(?=\))/,excludeBegin:!0,endsParent:!0,keywords:s}]},O=[p,{variants:[{match:[/class\s+/,n,/\s+<\s+/,n]},{match:[/\b(class|module)\s+/,n]}],scope:{2:"title.class",4:"title.class.inherited"},keywords:s},{match:[/(include|extend)\s+/,n],scope:{2:"title.class"},keywords:s},{relevance:0,match:[n,/\.new[. (]/],scope:{1:"title.class"}},{relevance:0,match:/\b[A-Z][A-Z_0-9]+\b/,className:"variable.constant"},{relevance:0,match:o,scope:"title.class"},{match:[/def/,/\s+/,r],scope:{1:"keyword",3:"title.function"},contains:[y]},{begin:t.IDENT_RE+"::"},{className:"symbol",begin:t.UNDERSCORE_IDENT_RE+"(!|\\?)?:",relevance:0},{className:"symbol",begin:":(?!\\s)",contains:[p,{begin:r}],relevance:0},x,{className:"variable",begin:"(\\$\\W)|((\\$|@@?)(\\w+))(?=[^@$?])(?![A-Za-z])(?![@$?'])"},{className:"params",begin:/\|(?!=)/,end:/\|/,excludeBegin:!0,excludeEnd:!0,relevance:0,keywords:s},{begin:"("+t.RE_STARTERS_RE+"|unless)\\s*",keywords:"unless",contains:[{className:"regexp",contains:[t.BACKSLASH_ESCAPE,c],illegal:/\n/,variants:[{begin:"/",end:"/[a-z]*"},{begin:/%r\{/,end:/\}[a-z]*/},{begin:"%r\\(",end:"\\)[a-z]*"},{begin:"%r!",end:"![a-z]*"},{begin:"%r\\[",end:"\\][a-z]*"}]}].concat(l,d),relevance:0}].concat(l,d);c.contains=O,y.contains=O;let ce=[{begin:/^\s*=>/,starts:{end:"$",contains:O}},{className:"meta.prompt",begin:"^("+"[>?]>"+"|"+"[\\w#]+\\(\\w+\\):\\d+:\\d+[>*]"+"|"+"(\\w+-)?\\d+\\.\\d+\\.\\d+(p\\d+)?[^\\d][^>]+>"+")(?=[ ])",starts:{end:"$",keywords:s,contains:O}}];return d.unshift(l),{name:"Ruby",aliases:["rb","gemspec","podspec","thor","irb"],keywords:s,illegal:/\/\*/,contains:[t.SHEBANG({binary:"ruby"})].concat(ce).concat(d).concat(O)}}function Zu(t){let e=t.regex,r=/(r#)?/,o=e.concat(r,t.UNDERSCORE_IDENT_RE),n=e.concat(r,t.IDENT_RE),a={className:"title.function.invoke",relevance:0,begin:e.concat(/\b/,/(?!let|for|while|if|else|match\b)/,n,e.lookahead(/\s*\(/))},s="([ui](8|16|32|64|128|size)|f(32|64))?",i=["abstract","as","async","await","become","box","break","const","continue","crate","do","dyn","else","enum","extern","false","final","fn","for","if","impl","in","let","loop","macro","match","mod","move","mut","override","priv","pub","ref","return","self","Self","static","struct","super","trait","true","try","type","typeof","union","unsafe","unsized","use","virtual","where","while","yield"],l=["true","false","Some","None","Ok","Err"],d=["drop ","Copy","Send","Sized","Sync","Drop","Fn","FnMut","FnOnce","ToOwned","Clone","Debug","PartialEq","PartialOrd","Eq","Ord","AsRef","AsMut","Into","From","Default","Iterator","Extend","IntoIterator","DoubleEndedIterator","ExactSizeIterator","SliceConcatExt","ToString","assert!","assert_eq!","bitflags!","bytes!","cfg!","col!","concat!","concat_idents!","debug_assert!","debug_assert_eq!","env!","eprintln!","panic!","file!","format!","format_args!","include_bytes!","include_str!","line!","local_data_key!","module_path!","option_env!","print!","println!","select!","stringify!","try!","unimplemented!","unreachable!","vec!","write!","writeln!","macro_rules!","assert_ne!","debug_assert_ne!"],c=["i8","i16","i32","i64","i128","isize","u8","u16","u32","u64","u128","usize","f32","f64","str","char","bool","Box","Option","Result","String","Vec"];return{name:"Rust",aliases:["rs"],keywords:{$pattern:t.IDENT_RE+"!?",type:c,keyword:i,literal:l,built_in:d},illegal:"</",contains:[t.C_LINE_COMMENT_MODE,t.COMMENT("/\\*","\\*/",{contains:["self"]}),t.inherit(t.QUOTE_STRING_MODE,{begin:/b?"/,illegal:null}),{className:"symbol",begin:/'[a-zA-Z_][a-zA-Z0-9_]*(?!')/},{scope:"string",variants:[{begin:/b?r(#*)"(.|\n)*?"\1(?!#)/},{begin:/b?'/,end:/'/,contains:[{scope:"char.escape",match:/\\('|\w|x\w{2}|u\w{4}|U\w{8})/}]}]},{className:"number",variants:[{begin:"\\b0b([01_]+)"+s},{begin:"\\b0o([0-7_]+)"+s},{begin:"\\b0x([A-Fa-f0-9_]+)"+s},{begin:"\\b(\\d[\\d_]*(\\.[0-9_]+)?([eE][+-]?[0-9_]+)?)"+s}],relevance:0},{begin:[/fn/,/\s+/,o],className:{1:"keyword",3:"title.function"}},{className:"meta",begin:"#!?\\[",end:"\\]",contains:[{className:"string",begin:/"/,end:/"/,contains:[t.BACKSLASH_ESCAPE]}]},{begin:[/let/,/\s+/,/(?:mut\s+)?/,o],className:{1:"keyword",3:"keyword",4:"variable"}},{begin:[/for/,/\s+/,o,/\s+/,/in/],className:{1:"keyword",3:"variable",5:"keyword"}},{begin:[/type/,/\s+/,o],className:{1:"keyword",3:"title.class"}},{begin:[/(?:trait|enum|struct|union|impl|for)/,/\s+/,o],className:{1:"keyword",3:"title.class"}},{begin:t.IDENT_RE+"::",keywords:{keyword:"Self",built_in:d,type:c}},{className:"punctuation",begin:"->"},a]}}function Yu(t){let e=t.regex,r=t.COMMENT("--","$"),o={scope:"string",variants:[{begin:/'/,end:/'/,contains:[{match:/''/}]}]},n={begin:/"/,end:/"/,contains:[{match:/""/}]},a=["true","false","unknown"],s=["double precision","large object","with timezone","without timezone"],i=["bigint","binary","blob","boolean","char","character","clob","date","dec","decfloat","decimal","float","int","integer","interval","nchar","nclob","national","numeric","real","row","smallint","time","timestamp","varchar","varying","varbinary"],l=["add","asc","collation","desc","final","first","last","view"],d=["abs","acos","all","allocate","alter","and","any","are","array","array_agg","array_max_cardinality","as","asensitive","asin","asymmetric","at","atan","atomic","authorization","avg","begin","begin_frame","begin_partition","between","bigint","binary","blob","boolean","both","by","call","called","cardinality","cascaded","case","cast","ceil","ceiling","char","char_length","character","character_length","check","classifier","clob","close","coalesce","collate","collect","column","commit","condition","connect","constraint","contains","convert","copy","corr","corresponding","cos","cosh","count","covar_pop","covar_samp","create","cross","cube","cume_dist","current","current_catalog","current_date","current_default_transform_group","current_path","current_role","current_row","current_schema","current_time","current_timestamp","current_path","current_role","current_transform_group_for_type","current_user","cursor","cycle","date","day","deallocate","dec","decimal","decfloat","declare","default","define","delete","dense_rank","deref","describe","deterministic","disconnect","distinct","double","drop","dynamic","each","element","else","empty","end","end_frame","end_partition","end-exec","equals","escape","every","except","exec","execute","exists","exp","external","extract","false","fetch","filter","first_value","float","floor","for","foreign","frame_row","free","from","full","function","fusion","get","global","grant","group","grouping","groups","having","hold","hour","identity","in","indicator","initial","inner","inout","insensitive","insert","int","integer","intersect","intersection","interval","into","is","join","json_array","json_arrayagg","json_exists","json_object","json_objectagg","json_query","json_table","json_table_primitive","json_value","lag","language","large","last_value","lateral","lead","leading","left","like","like_regex","listagg","ln","local","localtime","localtimestamp","log","log10","lower","match","match_number","match_recognize","matches","max","member","merge","method","min","minute","mod","modifies","module","month","multiset","national","natural","nchar","nclob","new","no","none","normalize","not","nth_value","ntile","null","nullif","numeric","octet_length","occurrences_regex","of","offset","old","omit","on","one","only","open","or","order","out","outer","over","overlaps","overlay","parameter","partition","pattern","per","percent","percent_rank","percentile_cont","percentile_disc","period","portion","position","position_regex","power","precedes","precision","prepare","primary","procedure","ptf","range","rank","reads","real","recursive","ref","references","referencing","regr_avgx","regr_avgy","regr_count","regr_intercept","regr_r2","regr_slope","regr_sxx","regr_sxy","regr_syy","release","result","return","returns","revoke","right","rollback","rollup","row","row_number","rows","running","savepoint","scope","scroll","search","second","seek","select","sensitive","session_user","set","show","similar","sin","sinh","skip","smallint","some","specific","specifictype","sql","sqlexception","sqlstate","sqlwarning","sqrt","start","static","stddev_pop","stddev_samp","submultiset","subset","substring","substring_regex","succeeds","sum","symmetric","system","system_time","system_user","table","tablesample","tan","tanh","then","time","timestamp","timezone_hour","timezone_minute","to","trailing","translate","translate_regex","translation","treat","trigger","trim","trim_array","true","truncate","uescape","union","unique","unknown","unnest","update","upper","user","using","value","values","value_of","var_pop","var_samp","varbinary","varchar","varying","versioning","when","whenever","where","width_bucket","window","with","within","without","year"],c=["abs","acos","array_agg","asin","atan","avg","cast","ceil","ceiling","coalesce","corr","cos","cosh","count","covar_pop","covar_samp","cume_dist","dense_rank","deref","element","exp","extract","first_value","floor","json_array","json_arrayagg","json_exists","json_object","json_objectagg","json_query","json_table","json_table_primitive","json_value","lag","last_value","lead","listagg","ln","log","log10","lower","max","min","mod","nth_value","ntile","nullif","percent_rank","percentile_cont","percentile_disc","position","position_regex","power","rank","regr_avgx","regr_avgy","regr_count","regr_intercept","regr_r2","regr_slope","regr_sxx","regr_sxy","regr_syy","row_number","sin","sinh","sqrt","stddev_pop","stddev_samp","substring","substring_regex","sum","tan","tanh","translate","translate_regex","treat","trim","trim_array","unnest","upper","value_of","var_pop","var_samp","width_bucket"],p=["current_catalog","current_date","current_default_transform_group","current_path","current_role","current_schema","current_transform_group_for_type","current_user","session_user","system_time","system_user","current_time","localtime","current_timestamp","localtimestamp"],m=["create table","insert into","primary key","foreign key","not null","alter table","add constraint","grouping sets","on overflow","character set","respect nulls","ignore nulls","nulls first","nulls last","depth first","breadth first"],h=c,x=[...d,...l].filter(H=>!c.includes(H)),y={scope:"variable",match:/@[a-z0-9][a-z0-9_]*/},b={scope:"operator",match:/[-+*/=%^~]|&&?|\|\|?|!=?|<(?:=>?|<|>)?|>[>=]?/,relevance:0},v={match:e.concat(/\b/,e.either(...h),/\s*\(/),relevance:0,keywords:{built_in:h}};function M(H){return e.concat(/\b/,e.either(...H.map(O=>O.replace(/\s+/,"\\s+"))),/\b/)}let C={scope:"keyword",match:M(m),relevance:0};function I(H,{exceptions:O,when:ie}={}){let U=ie;return O=O||[],H.map(X=>X.match(/\|\d+$/)||O.includes(X)?X:U(X)?`${X}|0`:X)}return{name:"SQL",case_insensitive:!0,illegal:/[{}]|<\//,keywords:{$pattern:/\b[\w\.]+/,keyword:I(x,{when:H=>H.length<3}),literal:a,type:i,built_in:p},contains:[{scope:"type",match:M(s)},C,v,y,o,n,t.C_NUMBER_MODE,t.C_BLOCK_COMMENT_MODE,r,b]}}function ep(t){return t?typeof t=="string"?t:t.source:null}function Fr(t){return ee("(?=",t,")")}function ee(...t){return t.map(r=>ep(r)).join("")}function Zb(t){let e=t[t.length-1];return typeof e=="object"&&e.constructor===Object?(t.splice(t.length-1,1),e):{}}function be(...t){return"("+(Zb(t).capture?"":"?:")+t.map(o=>ep(o)).join("|")+")"}var Yi=t=>ee(/\b/,t,/\w$/.test(t)?/\b/:/\B/),Yb=["Protocol","Type"].map(Yi),ju=["init","self"].map(Yi),jb=["Any","Self"],Xi=["actor","any","associatedtype","async","await",/as\?/,/as!/,"as","borrowing","break","case","catch","class","consume","consuming","continue","convenience","copy","default","defer","deinit","didSet","distributed","do","dynamic","each","else","enum","extension","fallthrough",/fileprivate\(set\)/,"fileprivate","final","for","func","get","guard","if","import","indirect","infix",/init\?/,/init!/,"inout",/internal\(set\)/,"internal","in","is","isolated","nonisolated","lazy","let","macro","mutating","nonmutating",/open\(set\)/,"open","operator","optional","override","package","postfix","precedencegroup","prefix",/private\(set\)/,"private","protocol",/public\(set\)/,"public","repeat","required","rethrows","return","set","some","static","struct","subscript","super","switch","throws","throw",/try\?/,/try!/,"try","typealias",/unowned\(safe\)/,/unowned\(unsafe\)/,"unowned","var","weak","where","while","willSet"],Ju=["false","nil","true"],Jb=["assignment","associativity","higherThan","left","lowerThan","none","right"],Qb=["#colorLiteral","#column","#dsohandle","#else","#elseif","#endif","#error","#file","#fileID","#fileLiteral","#filePath","#function","#if","#imageLiteral","#keyPath","#line","#selector","#sourceLocation","#warning"],Qu=["abs","all","any","assert","assertionFailure","debugPrint","dump","fatalError","getVaList","isKnownUniquelyReferenced","max","min","numericCast","pointwiseMax","pointwiseMin","precondition","preconditionFailure","print","readLine","repeatElement","sequence","stride","swap","swift_unboxFromSwiftValueWithType","transcode","type","unsafeBitCast","unsafeDowncast","withExtendedLifetime","withUnsafeMutablePointer","withUnsafePointer","withVaList","withoutActuallyEscaping","zip"],tp=be(/[/=\-+!*%<>&|^~?]/,/[\u00A1-\u00A7]/,/[\u00A9\u00AB]/,/[\u00AC\u00AE]/,/[\u00B0\u00B1]/,/[\u00B6\u00BB\u00BF\u00D7\u00F7]/,/[\u2016-\u2017]/,/[\u2020-\u2027]/,/[\u2030-\u203E]/,/[\u2041-\u2053]/,/[\u2055-\u205E]/,/[\u2190-\u23FF]/,/[\u2500-\u2775]/,/[\u2794-\u2BFF]/,/[\u2E00-\u2E7F]/,/[\u3001-\u3003]/,/[\u3008-\u3020]/,/[\u3030]/),rp=be(tp,/[\u0300-\u036F]/,/[\u1DC0-\u1DFF]/,/[\u20D0-\u20FF]/,/[\uFE00-\uFE0F]/,/[\uFE20-\uFE2F]/),Zi=ee(tp,rp,"*"),op=be(/[a-zA-Z_]/,/[\u00A8\u00AA\u00AD\u00AF\u00B2-\u00B5\u00B7-\u00BA]/,/[\u00BC-\u00BE\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u00FF]/,/[\u0100-\u02FF\u0370-\u167F\u1681-\u180D\u180F-\u1DBF]/,/[\u1E00-\u1FFF]/,/[\u200B-\u200D\u202A-\u202E\u203F-\u2040\u2054\u2060-\u206F]/,/[\u2070-\u20CF\u2100-\u218F\u2460-\u24FF\u2776-\u2793]/,/[\u2C00-\u2DFF\u2E80-\u2FFF]/,/[\u3004-\u3007\u3021-\u302F\u3031-\u303F\u3040-\uD7FF]/,/[\uF900-\uFD3D\uFD40-\uFDCF\uFDF0-\uFE1F\uFE30-\uFE44]/,/[\uFE47-\uFEFE\uFF00-\uFFFD]/),Yn=be(op,/\d/,/[\u0300-\u036F\u1DC0-\u1DFF\u20D0-\u20FF\uFE20-\uFE2F]/),Be=ee(op,Yn,"*"),Zn=ee(/[A-Z]/,Yn,"*"),ey=["attached","autoclosure",ee(/convention\(/,be("swift","block","c"),/\)/),"discardableResult","dynamicCallable","dynamicMemberLookup","escaping","freestanding","frozen","GKInspectable","IBAction","IBDesignable","IBInspectable","IBOutlet","IBSegueAction","inlinable","main","nonobjc","NSApplicationMain","NSCopying","NSManaged",ee(/objc\(/,Be,/\)/),"objc","objcMembers","propertyWrapper","requires_stored_property_inits","resultBuilder","Sendable","testable","UIApplicationMain","unchecked","unknown","usableFromInline","warn_unqualified_access"],ty=["iOS","iOSApplicationExtension","macOS","macOSApplicationExtension","macCatalyst","macCatalystApplicationExtension","watchOS","watchOSApplicationExtension","tvOS","tvOSApplicationExtension","swift"];function np(t){let e={match:/\s+/,relevance:0},r=t.COMMENT("/\\*","\\*/",{contains:["self"]}),o=[t.C_LINE_COMMENT_MODE,r],n={match:[/\./,be(...Yb,...ju)],className:{2:"keyword"}},a={match:ee(/\./,be(...Xi)),relevance:0},s=Xi.filter(Q=>typeof Q=="string").concat(["_|0"]),i=Xi.filter(Q=>typeof Q!="string").concat(jb).map(Yi),l={variants:[{className:"keyword",match:be(...i,...ju)}]},d={$pattern:be(/\b\w+/,/#\w+/),keyword:s.concat(Qb),literal:Ju},c=[n,a,l],p={match:ee(/\./,be(...Qu)),relevance:0},m={className:"built_in",match:ee(/\b/,be(...Qu),/(?=\()/)},h=[p,m],x={match:/->/,relevance:0},y={className:"operator",relevance:0,variants:[{match:Zi},{match:`\\.(\\.|${rp})+`}]},b=[x,y],v="([0-9]_*)+",M="([0-9a-fA-F]_*)+",C={className:"number",relevance:0,variants:[{match:`\\b(${v})(\\.(${v}))?([eE][+-]?(${v}))?\\b`},{match:`\\b0x(${M})(\\.(${M}))?([pP][+-]?(${v}))?\\b`},{match:/\b0o([0-7]_*)+\b/},{match:/\b0b([01]_*)+\b/}]},I=(Q="")=>({className:"subst",variants:[{match:ee(/\\/,Q,/[0\\tnr"']/)},{match:ee(/\\/,Q,/u\{[0-9a-fA-F]{1,8}\}/)}]}),H=(Q="")=>({className:"subst",match:ee(/\\/,Q,/[\t ]*(?:[\r\n]|\r\n)/)}),O=(Q="")=>({className:"subst",label:"interpol",begin:ee(/\\/,Q,/\(/),end:/\)/}),ie=(Q="")=>({begin:ee(Q,/"""/),end:ee(/"""/,Q),contains:[I(Q),H(Q),O(Q)]}),U=(Q="")=>({begin:ee(Q,/"/),end:ee(/"/,Q),contains:[I(Q),O(Q)]}),X={className:"string",variants:[ie(),ie("#"),ie("##"),ie("###"),U(),U("#"),U("##"),U("###")]},ce=[t.BACKSLASH_ESCAPE,{begin:/\[/,end:/\]/,relevance:0,contains:[t.BACKSLASH_ESCAPE]}],we={begin:/\/[^\s](?=[^/\n]*\/)/,end:/\//,contains:ce},he=Q=>{let Ke=ee(Q,/\//),T=ee(/\//,Q);return{begin:Ke,end:T,contains:[...ce,{scope:"comment",begin:`#(?!.*${T})`,end:/$/}]}},pe={scope:"regexp",variants:[he("###"),he("##"),he("#"),we]},W={match:ee(/`/,Be,/`/)},le={className:"variable",match:/\$\d+/},g={className:"variable",match:`\\$${Yn}+`},k=[W,le,g],E={match:/(@|#(un)?)available/,scope:"keyword",starts:{contains:[{begin:/\(/,end:/\)/,keywords:ty,contains:[...b,C,X]}]}},N={scope:"keyword",match:ee(/@/,be(...ey),Fr(be(/\(/,/\s+/)))},q={scope:"meta",match:ee(/@/,Be)},oe=[E,N,q],ae={match:Fr(/\b[A-Z]/),relevance:0,contains:[{className:"type",match:ee(/(AV|CA|CF|CG|CI|CL|CM|CN|CT|MK|MP|MTK|MTL|NS|SCN|SK|UI|WK|XC)/,Yn,"+")},{className:"type",match:Zn,relevance:0},{match:/[?!]+/,relevance:0},{match:/\.\.\./,relevance:0},{match:ee(/\s+&\s+/,Fr(Zn)),relevance:0}]},Te={begin:/</,end:/>/,keywords:d,contains:[...o,...c,...oe,x,ae]};ae.contains.push(Te);let ge={match:ee(Be,/\s*:/),keywords:"_|0",relevance:0},Ee={begin:/\(/,end:/\)/,relevance:0,keywords:d,contains:["self",ge,...o,pe,...c,...h,...b,C,X,...k,...oe,ae]},At={begin:/</,end:/>/,keywords:"repeat each",contains:[...o,ae]},Xr={begin:be(Fr(ee(Be,/\s*:/)),Fr(ee(Be,/\s+/,Be,/\s*:/))),end:/:/,relevance:0,contains:[{className:"keyword",match:/\b_\b/},{className:"params",match:Be}]},er={begin:/\(/,end:/\)/,keywords:d,contains:[Xr,...o,...c,...b,C,X,...oe,ae,Ee],endsParent:!0,illegal:/["']/},ka={match:[/(func|macro)/,/\s+/,be(W.match,Be,Zi)],className:{1:"keyword",3:"title.function"},contains:[At,er,e],illegal:[/\[/,/%/]},Ea={match:[/\b(?:subscript|init[?!]?)/,/\s*(?=[<(])/],className:{1:"keyword"},contains:[At,er,e],illegal:/\[|%/},Sa={match:[/operator/,/\s+/,Zi],className:{1:"keyword",3:"title"}},_a={begin:[/precedencegroup/,/\s+/,Zn],className:{1:"keyword",3:"title"},contains:[ae],keywords:[...Jb,...Ju],end:/}/},Rt={match:[/class\b/,/\s+/,/func\b/,/\s+/,/\b[A-Za-z_][A-Za-z0-9_]*\b/],scope:{1:"keyword",3:"keyword",5:"title.function"}},Zr={match:[/class\b/,/\s+/,/var\b/],scope:{1:"keyword",3:"keyword"}},Ae={begin:[/(struct|protocol|class|extension|enum|actor)/,/\s+/,Be,/\s*/],beginScope:{1:"keyword",3:"title.class"},keywords:d,contains:[At,...c,{begin:/:/,end:/\{/,keywords:d,contains:[{scope:"title.class.inherited",match:Zn},...c],relevance:0}]};for(let Q of X.variants){let Ke=Q.contains.find(Yr=>Yr.label==="interpol");Ke.keywords=d;let T=[...c,...h,...b,C,X,...k];Ke.contains=[...T,{begin:/\(/,end:/\)/,contains:["self",...T]}]}return{name:"Swift",keywords:d,contains:[...o,ka,Ea,Rt,Zr,Ae,Sa,_a,{beginKeywords:"import",end:/$/,contains:[...o],relevance:0},pe,...c,...h,...b,C,X,...k,...oe,ae,Ee]}}var jn="[A-Za-z$_][0-9A-Za-z$_]*",ap=["as","in","of","if","for","while","finally","var","new","function","do","return","void","else","break","catch","instanceof","with","throw","case","default","try","switch","continue","typeof","delete","let","yield","const","class","debugger","async","await","static","import","from","export","extends","using"],sp=["true","false","null","undefined","NaN","Infinity"],ip=["Object","Function","Boolean","Symbol","Math","Date","Number","BigInt","String","RegExp","Array","Float32Array","Float64Array","Int8Array","Uint8Array","Uint8ClampedArray","Int16Array","Int32Array","Uint16Array","Uint32Array","BigInt64Array","BigUint64Array","Set","Map","WeakSet","WeakMap","ArrayBuffer","SharedArrayBuffer","Atomics","DataView","JSON","Promise","Generator","GeneratorFunction","AsyncFunction","Reflect","Proxy","Intl","WebAssembly"],lp=["Error","EvalError","InternalError","RangeError","ReferenceError","SyntaxError","TypeError","URIError"],dp=["setInterval","setTimeout","clearInterval","clearTimeout","require","exports","eval","isFinite","isNaN","parseFloat","parseInt","decodeURI","decodeURIComponent","encodeURI","encodeURIComponent","escape","unescape"],cp=["arguments","this","super","console","window","document","localStorage","sessionStorage","module","global"],up=[].concat(dp,ip,lp);function ry(t){let e=t.regex,r=(E,{after:N})=>{let q="</"+E[0].slice(1);return E.input.indexOf(q,N)!==-1},o=jn,n={begin:"<>",end:"</>"},a=/<[A-Za-z0-9\\._:-]+\s*\/>/,s={begin:/<[A-Za-z0-9\\._:-]+/,end:/\/[A-Za-z0-9\\._:-]+>|\/>/,isTrulyOpeningTag:(E,N)=>{let q=E[0].length+E.index,oe=E.input[q];if(oe==="<"||oe===","){N.ignoreMatch();return}oe===">"&&(r(E,{after:q})||N.ignoreMatch());let ae,Te=E.input.substring(q);if(ae=Te.match(/^\s*=/)){N.ignoreMatch();return}if((ae=Te.match(/^\s+extends\s+/))&&ae.index===0){N.ignoreMatch();return}}},i={$pattern:jn,keyword:ap,literal:sp,built_in:up,"variable.language":cp},l="[0-9](_?[0-9])*",d=`\\.(${l})`,c="0|[1-9](_?[0-9])*|0[0-7]*[89][0-9]*",p={className:"number",variants:[{begin:`(\\b(${c})((${d})|\\.)?|(${d}))[eE][+-]?(${l})\\b`},{begin:`\\b(${c})\\b((${d})\\b|\\.)?|(${d})\\b`},{begin:"\\b(0|[1-9](_?[0-9])*)n\\b"},{begin:"\\b0[xX][0-9a-fA-F](_?[0-9a-fA-F])*n?\\b"},{begin:"\\b0[bB][0-1](_?[0-1])*n?\\b"},{begin:"\\b0[oO][0-7](_?[0-7])*n?\\b"},{begin:"\\b0[0-7]+n?\\b"}],relevance:0},m={className:"subst",begin:"\\$\\{",end:"\\}",keywords:i,contains:[]},h={begin:".?html`",end:"",starts:{end:"`",returnEnd:!1,contains:[t.BACKSLASH_ESCAPE,m],subLanguage:"xml"}},x={begin:".?css`",end:"",starts:{end:"`",returnEnd:!1,contains:[t.BACKSLASH_ESCAPE,m],subLanguage:"css"}},y={begin:".?gql`",end:"",starts:{end:"`",returnEnd:!1,contains:[t.BACKSLASH_ESCAPE,m],subLanguage:"graphql"}},b={className:"string",begin:"`",end:"`",contains:[t.BACKSLASH_ESCAPE,m]},M={className:"comment",variants:[t.COMMENT(/\/\*\*(?!\/)/,"\\*/",{relevance:0,contains:[{begin:"(?=@[A-Za-z]+)",relevance:0,contains:[{className:"doctag",begin:"@[A-Za-z]+"},{className:"type",begin:"\\{",end:"\\}",excludeEnd:!0,excludeBegin:!0,relevance:0},{className:"variable",begin:o+"(?=\\s*(-)|$)",endsParent:!0,relevance:0},{begin:/(?=[^\n])\s/,relevance:0}]}]}),t.C_BLOCK_COMMENT_MODE,t.C_LINE_COMMENT_MODE]},C=[t.APOS_STRING_MODE,t.QUOTE_STRING_MODE,h,x,y,b,{match:/\$\d+/},p];m.contains=C.concat({begin:/\{/,end:/\}/,keywords:i,contains:["self"].concat(C)});let I=[].concat(M,m.contains),H=I.concat([{begin:/(\s*)\(/,end:/\)/,keywords:i,contains:["self"].concat(I)}]),O={className:"params",begin:/(\s*)\(/,end:/\)/,excludeBegin:!0,excludeEnd:!0,keywords:i,contains:H},ie={variants:[{match:[/class/,/\s+/,o,/\s+/,/extends/,/\s+/,e.concat(o,"(",e.concat(/\./,o),")*")],scope:{1:"keyword",3:"title.class",5:"keyword",7:"title.class.inherited"}},{match:[/class/,/\s+/,o],scope:{1:"keyword",3:"title.class"}}]},U={relevance:0,match:e.either(/\bJSON/,/\b[A-Z][a-z]+([A-Z][a-z]*|\d)*/,/\b[A-Z]{2,}([A-Z][a-z]+|\d)+([A-Z][a-z]*)*/,/\b[A-Z]{2,}[a-z]+([A-Z][a-z]+|\d)*([A-Z][a-z]*)*/),className:"title.class",keywords:{_:[...ip,...lp]}},X={label:"use_strict",className:"meta",relevance:10,begin:/^\s*['"]use (strict|asm)['"]/},ce={variants:[{match:[/function/,/\s+/,o,/(?=\s*\()/]},{match:[/function/,/\s*(?=\()/]}],className:{1:"keyword",3:"title.function"},label:"func.def",contains:[O],illegal:/%/},we={relevance:0,match:/\b[A-Z][A-Z_0-9]+\b/,className:"variable.constant"};function he(E){return e.concat("(?!",E.join("|"),")")}let pe={match:e.concat(/\b/,he([...dp,"super","import","await"].map(E=>`${E}\\s*\\(`)),o,e.lookahead(/\s*\(/)),className:"title.function",relevance:0},W={begin:e.concat(/\./,e.lookahead(e.concat(o,/(?![0-9A-Za-z$_(])/))),end:o,excludeBegin:!0,keywords:"prototype",className:"property",relevance:0},le={match:[/get|set/,/\s+/,o,/(?=\()/],className:{1:"keyword",3:"title.function"},contains:[{begin:/\(\)/},O]},g="(\\([^()]*(\\([^()]*(\\([^()]*\\)[^()]*)*\\)[^()]*)*\\)|"+t.UNDERSCORE_IDENT_RE+")\\s*=>",k={match:[/const|var|let/,/\s+/,o,/\s*/,/=\s*/,/(async\s*)?/,e.lookahead(g)],keywords:"async",className:{1:"keyword",3:"title.function"},contains:[O]};return{name:"JavaScript",aliases:["js","jsx","mjs","cjs"],keywords:i,exports:{PARAMS_CONTAINS:H,CLASS_REFERENCE:U},illegal:/#(?![$_A-Za-z])/,contains:[t.SHEBANG({label:"shebang",binary:"node",relevance:5}),X,t.APOS_STRING_MODE,t.QUOTE_STRING_MODE,h,x,y,b,M,{match:/\$\d+/},p,U,{scope:"attr",match:o+e.lookahead(":"),relevance:0},k,{begin:"("+t.RE_STARTERS_RE+"|\\b(case|return|throw)\\b)\\s*",keywords:"return throw case",relevance:0,contains:[M,t.REGEXP_MODE,{className:"function",begin:g,returnBegin:!0,end:"\\s*=>",contains:[{className:"params",variants:[{begin:t.UNDERSCORE_IDENT_RE,relevance:0},{className:null,begin:/\(\s*\)/,skip:!0},{begin:/(\s*)\(/,end:/\)/,excludeBegin:!0,excludeEnd:!0,keywords:i,contains:H}]}]},{begin:/,/,relevance:0},{match:/\s+/,relevance:0},{variants:[{begin:n.begin,end:n.end},{match:a},{begin:s.begin,"on:begin":s.isTrulyOpeningTag,end:s.end}],subLanguage:"xml",contains:[{begin:s.begin,end:s.end,skip:!0,contains:["self"]}]}]},ce,{beginKeywords:"while if switch catch for"},{begin:"\\b(?!function)"+t.UNDERSCORE_IDENT_RE+"\\([^()]*(\\([^()]*(\\([^()]*\\)[^()]*)*\\)[^()]*)*\\)\\s*\\{",returnBegin:!0,label:"func.def",contains:[O,t.inherit(t.TITLE_MODE,{begin:o,className:"title.function"})]},{match:/\.\.\./,relevance:0},W,{match:"\\$"+o,relevance:0},{match:[/\bconstructor(?=\s*\()/],className:{1:"title.function"},contains:[O]},pe,we,ie,le,{match:/\$[(.]/}]}}function pp(t){let e=t.regex,r=ry(t),o=jn,n=["any","void","number","boolean","string","object","never","symbol","bigint","unknown"],a={begin:[/namespace/,/\s+/,t.IDENT_RE],beginScope:{1:"keyword",3:"title.class"}},s={beginKeywords:"interface",end:/\{/,excludeEnd:!0,keywords:{keyword:"interface extends",built_in:n},contains:[r.exports.CLASS_REFERENCE]},i={className:"meta",relevance:10,begin:/^\s*['"]use strict['"]/},l=["type","interface","public","private","protected","implements","declare","abstract","readonly","enum","override","satisfies"],d={$pattern:jn,keyword:ap.concat(l),literal:sp,built_in:up.concat(n),"variable.language":cp},c={className:"meta",begin:"@"+o},p=(y,b,v)=>{let M=y.contains.findIndex(C=>C.label===b);if(M===-1)throw new Error("can not find mode to replace");y.contains.splice(M,1,v)};Object.assign(r.keywords,d),r.exports.PARAMS_CONTAINS.push(c);let m=r.contains.find(y=>y.scope==="attr"),h=Object.assign({},m,{match:e.concat(o,e.lookahead(/\s*\?:/))});r.exports.PARAMS_CONTAINS.push([r.exports.CLASS_REFERENCE,m,h]),r.contains=r.contains.concat([c,a,s,h]),p(r,"shebang",t.SHEBANG()),p(r,"use_strict",i);let x=r.contains.find(y=>y.label==="func.def");return x.relevance=0,Object.assign(r,{name:"TypeScript",aliases:["ts","tsx","mts","cts"]}),r}function fp(t){let e=t.regex,r=e.concat(/[\p{L}_]/u,e.optional(/[\p{L}0-9_.-]*:/u),/[\p{L}0-9_.-]*/u),o=/[\p{L}0-9._:-]+/u,n={className:"symbol",begin:/&[a-z]+;|&#[0-9]+;|&#x[a-f0-9]+;/},a={begin:/\s/,contains:[{className:"keyword",begin:/#?[a-z_][a-z1-9_-]+/,illegal:/\n/}]},s=t.inherit(a,{begin:/\(/,end:/\)/}),i=t.inherit(t.APOS_STRING_MODE,{className:"string"}),l=t.inherit(t.QUOTE_STRING_MODE,{className:"string"}),d={endsWithParent:!0,illegal:/</,relevance:0,contains:[{className:"attr",begin:o,relevance:0},{begin:/=\s*/,relevance:0,contains:[{className:"string",endsParent:!0,variants:[{begin:/"/,end:/"/,contains:[n]},{begin:/'/,end:/'/,contains:[n]},{begin:/[^\s"'=<>`]+/}]}]}]};return{name:"HTML, XML",aliases:["html","xhtml","rss","atom","xjb","xsd","xsl","plist","wsf","svg"],case_insensitive:!0,unicodeRegex:!0,contains:[{className:"meta",begin:/<![a-z]/,end:/>/,relevance:10,contains:[a,l,i,s,{begin:/\[/,end:/\]/,contains:[{className:"meta",begin:/<![a-z]/,end:/>/,contains:[a,s,l,i]}]}]},t.COMMENT(/<!--/,/-->/,{relevance:10}),{begin:/<!\[CDATA\[/,end:/\]\]>/,relevance:10},n,{className:"meta",end:/\?>/,variants:[{begin:/<\?xml/,relevance:10,contains:[l]},{begin:/<\?[a-z][a-z0-9]+/}]},{className:"tag",begin:/<style(?=\s|>)/,end:/>/,keywords:{name:"style"},contains:[d],starts:{end:/<\/style>/,returnEnd:!0,subLanguage:["css","xml"]}},{className:"tag",begin:/<script(?=\s|>)/,end:/>/,keywords:{name:"script"},contains:[d],starts:{end:/<\/script>/,returnEnd:!0,subLanguage:["javascript","handlebars","xml"]}},{className:"tag",begin:/<>|<\/>/},{className:"tag",begin:e.concat(/</,e.lookahead(e.concat(r,e.either(/\/>/,/>/,/\s/)))),end:/\/?>/,contains:[{className:"name",begin:r,relevance:0,starts:d}]},{className:"tag",begin:e.concat(/<\//,e.lookahead(e.concat(r,/>/))),contains:[{className:"name",begin:r,relevance:0},{begin:/>/,relevance:0,endsParent:!0}]}]}}function mp(t){let e="true false yes no null",r="[\\w#;/?:@&=+$,.~*'()[\\]]+",o={className:"attr",variants:[{begin:/[\w*@][\w*@ :()\./-]*:(?=[ \t]|$)/},{begin:/"[\w*@][\w*@ :()\./-]*":(?=[ \t]|$)/},{begin:/'[\w*@][\w*@ :()\./-]*':(?=[ \t]|$)/}]},n={className:"template-variable",variants:[{begin:/\{\{/,end:/\}\}/},{begin:/%\{/,end:/\}/}]},a={className:"string",relevance:0,begin:/'/,end:/'/,contains:[{match:/''/,scope:"char.escape",relevance:0}]},s={className:"string",relevance:0,variants:[{begin:/"/,end:/"/},{begin:/\S+/}],contains:[t.BACKSLASH_ESCAPE,n]},i=t.inherit(s,{variants:[{begin:/'/,end:/'/,contains:[{begin:/''/,relevance:0}]},{begin:/"/,end:/"/},{begin:/[^\s,{}[\]]+/}]}),m={className:"number",begin:"\\b"+"[0-9]{4}(-[0-9][0-9]){0,2}"+"([Tt \\t][0-9][0-9]?(:[0-9][0-9]){2})?"+"(\\.[0-9]*)?"+"([ \\t])*(Z|[-+][0-9][0-9]?(:[0-9][0-9])?)?"+"\\b"},h={end:",",endsWithParent:!0,excludeEnd:!0,keywords:e,relevance:0},x={begin:/\{/,end:/\}/,contains:[h],illegal:"\\n",relevance:0},y={begin:"\\[",end:"\\]",contains:[h],illegal:"\\n",relevance:0},b=[o,{className:"meta",begin:"^---\\s*$",relevance:10},{className:"string",begin:"[\\|>]([1-9]?[+-])?[ ]*\\n( +)[^ ][^\\n]*\\n(\\2[^\\n]+\\n?)*"},{begin:"<%[%=-]?",end:"[%-]?%>",subLanguage:"ruby",excludeBegin:!0,excludeEnd:!0,relevance:0},{className:"type",begin:"!\\w+!"+r},{className:"type",begin:"!<"+r+">"},{className:"type",begin:"!"+r},{className:"type",begin:"!!"+r},{className:"meta",begin:"&"+t.UNDERSCORE_IDENT_RE+"$"},{className:"meta",begin:"\\*"+t.UNDERSCORE_IDENT_RE+"$"},{className:"bullet",begin:"-(?=[ ]|$)",relevance:0},t.HASH_COMMENT_MODE,{beginKeywords:e,keywords:{literal:e}},m,{className:"number",begin:t.C_NUMBER_RE+"\\b",relevance:0},x,y,a,s],v=[...b];return v.pop(),v.push(i),h.contains=v,{name:"YAML",case_insensitive:!0,aliases:["yml"],contains:b}}var Ip=eh(Lp(),1);var Pp=Ip.default;var Dp={},Ky="hljs-";function sl(t){let e=Pp.newInstance();return t&&a(t),{highlight:r,highlightAuto:o,listLanguages:n,register:a,registerAlias:s,registered:i};function r(l,d,c){let p=c||Dp,m=typeof p.prefix=="string"?p.prefix:Ky;if(!e.getLanguage(l))throw new Error("Unknown language: `"+l+"` is not registered");e.configure({__emitter:al,classPrefix:m});let h=e.highlight(d,{ignoreIllegals:!0,language:l});if(h.errorRaised)throw new Error("Could not highlight with `Highlight.js`",{cause:h.errorRaised});let x=h._emitter.root,y=x.data;return y.language=h.language,y.relevance=h.relevance,x}function o(l,d){let p=(d||Dp).subset||n(),m=-1,h=0,x;for(;++m<p.length;){let y=p[m];if(!e.getLanguage(y))continue;let b=r(y,l,d);b.data&&b.data.relevance!==void 0&&b.data.relevance>h&&(h=b.data.relevance,x=b)}return x||{type:"root",children:[],data:{language:void 0,relevance:h}}}function n(){return e.listLanguages()}function a(l,d){if(typeof l=="string")e.registerLanguage(l,d);else{let c;for(c in l)Object.hasOwn(l,c)&&e.registerLanguage(c,l[c])}}function s(l,d){if(typeof l=="string")e.registerAliases(typeof d=="string"?d:[...d],{languageName:l});else{let c;for(c in l)if(Object.hasOwn(l,c)){let p=l[c];e.registerAliases(typeof p=="string"?p:[...p],{languageName:c})}}}function i(l){return!!e.getLanguage(l)}}var al=class{constructor(e){this.options=e,this.root={type:"root",children:[],data:{language:void 0,relevance:0}},this.stack=[this.root]}addText(e){if(e==="")return;let r=this.stack[this.stack.length-1],o=r.children[r.children.length-1];o&&o.type==="text"?o.value+=e:r.children.push({type:"text",value:e})}startScope(e){this.openNode(String(e))}endScope(){this.closeNode()}__addSublanguage(e,r){let o=this.stack[this.stack.length-1],n=e.root.children;r?o.children.push({type:"element",tagName:"span",properties:{className:[r]},children:n}):o.children.push(...n)}openNode(e){let r=this,o=e.split(".").map(function(s,i){return i?s+"_".repeat(i):r.options.classPrefix+s}),n=this.stack[this.stack.length-1],a={type:"element",tagName:"span",properties:{className:o},children:[]};n.children.push(a),this.stack.push(a)}closeNode(){this.stack.pop()}finalize(){}toHTML(){return""}};var Vy={bash:Tu,c:Au,cpp:Ru,csharp:Mu,css:Ou,diff:Nu,go:$u,ini:Lu,java:Du,javascript:zu,json:Wu,kotlin:qu,markdown:Gu,php:Ku,python:Vu,ruby:Xu,rust:Zu,sql:Yu,swift:np,typescript:pp,xml:fp,yaml:mp},Xy=new Map(Object.entries({bash:"Bash",sh:"Shell",shell:"Shell",zsh:"Shell",console:"Shell",c:"C",cpp:"C++",csharp:"C#",cs:"C#",css:"CSS",diff:"Diff",go:"Go",html:"HTML",ini:"INI",toml:"TOML",java:"Java",javascript:"JavaScript",js:"JavaScript",jsx:"JSX",json:"JSON",kotlin:"Kotlin",kt:"Kotlin",markdown:"Markdown",md:"Markdown",php:"PHP",python:"Python",py:"Python",ruby:"Ruby",rb:"Ruby",rust:"Rust",rs:"Rust",sql:"SQL",svg:"SVG",swift:"Swift",ts:"TypeScript",tsx:"TSX",typescript:"TypeScript",xml:"XML",yaml:"YAML",yml:"YAML","c++":"C++","c#":"C#"})),Zy=24,Bp=null;function Fp(){return Bp??=sl(Vy),Bp}function Up(t){return Xy.get(t.toLowerCase())??t.slice(0,Zy)}function Hp(t){return t!==""&&Fp().registered(t.toLowerCase())}function zp(t,e){try{return Fp().highlight(t.toLowerCase(),e,{prefix:"code-"})}catch{return null}}var Yy=5e4,jy=2e3,ra=class{element=L("div",{class:"code"});#e=L("code");#t=[];#r=null;#o="";draw(e,r){this.#r!==e.language&&this.#n(e.language,r),this.#o=Ht(e.text.endsWith(`
`)?e.text.slice(0,-1):e.text);let o=0,n=0;do{let a=this.#a(n),s=n<this.#t.length-1&&this.#o.startsWith(`${a.text}
`,o),{text:i,joined:l,next:d}=s?{text:a.text,joined:!1,next:o+a.text.length+1}:Cu(this.#o,o);if(i!==a.text&&Jy(a,i,l),o=d,n+=1,e.done&&this.#s(a,r),o<this.#o.length&&r.budget.isSpent)return!1}while(o<this.#o.length);for(let{place:a}of this.#t.splice(n))a.remove();return!0}#n(e,{words:r,copy:o}){this.#r=e,this.#t.length=0;let n=e===""?r("element.markdown.code"):Up(e),a=L("button",{type:"button"},r("element.markdown.copy"));a.addEventListener("click",()=>o(this.#o,a));let s=r("element.markdown.code_in",{language:n}),i=L("pre",{tabindex:"0",role:"group","aria-label":s},this.#e);this.#e.replaceChildren(),this.element.replaceChildren(L("div",{class:"code-head"},L("span",{},n),a),i)}#a(e){let r=this.#t[e];if(r!==void 0)return r;let o={place:L("span",{class:"part"}),text:"",colouredText:null};return this.#e.append(o.place),this.#t.push(o),o}#s(e,r){let{text:o}=e,n=this.#r??"";e.colouredText===o||this.#o.length>Yy||!Hp(n)||(e.colouredText=o,!o.split(`
`).some(a=>a.length>jy)&&r.later(()=>{let a=e.text===o?zp(n,o):null;a!==null&&e.place.replaceChildren(...Wp(a))}))}};function Jy(t,e,r){let{firstChild:o,childNodes:n}=t.place;t.place.classList.toggle("joined",r),n.length===1&&o instanceof Text&&e.startsWith(t.text)?Ti(o,e):t.place.replaceChildren(e),t.text=e,t.colouredText=null}function Wp(t){return t.children.flatMap(e=>e.type==="text"?[new Text(e.value)]:e.type==="element"?[L("span",{class:Qy(e)},...Wp(e))]:[])}function Qy({properties:t}){let{className:e}=t;return Array.isArray(e)?e.join(" "):""}var ew=/[.!?…。！？]["'”’)\]]*\s+(?=\S)/g;function qp(t,e){if(t.length-e<=3e3)return t.length;let r=t.slice(e+1500,e+3e3),o=[...r.matchAll(ew)].at(-1);if(o!==void 0)return e+1500+o.index+o[0].length;let n=Math.max(r.lastIndexOf(" "),r.lastIndexOf(`
`)),a=n<0?e+3e3:e+1500+n+1;return/^[\udc00-\udfff\ue000-\uefff]/.test(t.charAt(a))?a-1:a}var tw=/\\[\s\S]?|`+|!?\[|(?<=\s)!$|\]|\*+|_+|~~|<(?=[A-Za-z/!]|$)/g;var Gp=/[\p{L}\p{N}]/u;function Kp(t){let e=[],r=new RegExp(tw);for(let o=r.exec(t);o!==null;o=r.exec(t)){let[n]=o,a=o.index;if(n.startsWith("\\")){if(n.length===1)return Yt(t.slice(0,a),e)}else if(n.startsWith("`")){let s=rw(t,r.lastIndex,n.length);if(s===null)return Yt(ow(t,a,n),e);r.lastIndex=s}else if(n==="<"){if(t.indexOf(">",a)<0&&t.length-a<200)return Yt(t.slice(0,a),e)}else{if(n==="!")return Yt(t.slice(0,a),e);if(n.endsWith("["))e.push({at:a,mark:n});else if(n==="]"){let s=nw(t,a,e);if(s===null)continue;if(typeof s=="string")return Yt(s,e);r.lastIndex=s}else aw(t,a,n,e)}}return Yt(t,e)}function rw(t,e,r){let o=/`+/g;o.lastIndex=e;for(let n=o.exec(t);n!==null;n=o.exec(t))if(n[0].length===r)return o.lastIndex;return null}function ow(t,e,r){return t.slice(e+r.length).trim()===""?t.slice(0,e):t.replace(/`+$/,"").trimEnd()+r}function nw(t,e,r){let o=r.findLastIndex(({mark:i})=>i.endsWith("[")),n=r[o];if(n===void 0)return null;if(r.splice(o),e+1<t.length&&t.charAt(e+1)!=="(")return e+1;let a=t.indexOf(")",e);if(a>=0)return a+1;let s=t.slice(0,n.at);return n.mark.startsWith("!")?s:s+t.slice(n.at+1,e)}function aw(t,e,r,o){let n=t.charAt(e-1),a=t.charAt(e+r.length);if(r.startsWith("_")&&Gp.test(n)&&Gp.test(a))return;let i=o.findLastIndex(l=>l.mark===r);i>=0&&n.trim()!==""?o.splice(i):(a.trim()!==""||e+r.length===t.length)&&o.push({at:e,mark:r})}function Yt(t,e){let r=t,o="";for(let{at:a,mark:s}of e.toReversed()){if(a>=r.length)continue;let i=r.slice(a+s.length);s.endsWith("[")?r=s.startsWith("!")?r.slice(0,a):r.slice(0,a)+i:i.trim()===""?r=r.slice(0,a):o+=s}return(o===""?r:r.trimEnd())+o}var sw=/\[([^[\]]{1,200})\]/g,iw=100,et=class{#e;#t=null;#r=[];#o=0;constructor(e){this.#e=e}draw({text:e,pictures:r},o,n){let a=o?Kp(e):e,s=r.length===0?a:a+r.join();s===this.#t&&this.#n(n)===this.#o||(s!==this.#t&&(this.#r=lw(a)),this.#t=s,this.#o=this.#n(n),Pc(this.#e,qt(Bn(a,n.definitions),r,n)))}#n({definitions:e}){return this.#r.filter(r=>Object.hasOwn(e,r)).length}};function lw(t){if(!t.includes("["))return[];let e=new Set;for(let[,r=""]of t.matchAll(sw))e.size<iw&&e.add(qi(r));return[...e]}var oa=class{element=L("p");#e=[];draw(e,r){let o=e.open&&r.streaming,{text:n,pictures:a}=Wt(dw(e,o));this.element.hidden=n==="";let s=0,i=0;for(;s<n.length;i+=1){let l=this.#t(i),d=this.#r(l,n,s);if(l.text=n.slice(s,d),l.view.draw({text:l.text,pictures:a},o&&d===n.length,r),s=d,s<n.length&&r.budget.isSpent)return!1}for(let{place:l}of this.#e.splice(i))l.remove();return!0}#t(e){let r=this.#e[e];if(r!==void 0)return r;let o=L("span",{class:"slice"}),n={place:o,view:new et(o),text:""};return this.element.append(o),this.#e.push(n),n}#r(e,r,o){return!(this.#e.at(-1)===e)&&e.text!==""&&r.startsWith(e.text,o)?o+e.text.length:qp(r,o)}};function dw({text:t},e){let{rest:r}=Dr(t);return e&&r.startsWith("|")&&!r.includes(`
`)?"":r.trimEnd()}var cw=100,na=class{element=L("div",{class:"scroll",role:"group",tabindex:"0"});#e=L("tbody");#t=[];#r=null;#o=null;#n=0;draw(e,r){(this.#r===null||!uw(this.#o,e))&&this.#a(e),this.#o!==e&&(this.#n=0),this.#o=e,this.#i(this.#r,e.header,!1,r);for(let o=this.#n;o<e.rows.length;o+=1){let n=o===e.rows.length-1;if(this.#i(this.#s(o),e.rows[o]??[],n&&e.open&&r.streaming,r),n||(this.#n=o),!n&&r.budget.isSpent)return!1}for(let{place:o}of this.#t.splice(e.rows.length))o.remove();return!0}unsettle(){this.#n=0}#a(e){this.#o=e,this.#t.length=0,this.#e.replaceChildren(),this.#r=Vp("th",e.alignments);let r=e.header.map(o=>Pr(Bn(Ht(o),{}))).join(", ");this.element.setAttribute("aria-label",r.slice(0,cw)),this.element.replaceChildren(L("table",{},L("thead",{},this.#r.place),this.#e))}#s(e){let r=this.#t[e];if(r!==void 0)return r;let o=Vp("td",this.#o?.alignments??[]);return this.#e.append(o.place),this.#t.push(o),o}#i(e,r,o,n){e.cells.forEach((a,s)=>a.draw(Wt(r[s]??""),o,n))}};function Vp(t,e){let r=e.map(o=>L(t,{...t==="th"?{scope:"col"}:{},...o===null?{}:{class:o}}));return{place:L("tr",{},...r),cells:r.map(o=>new et(o))}}function uw(t,e){return JSON.stringify([t?.alignments,t?.header])===JSON.stringify([e.alignments,e.header])}var tt=class{element;#e;#t=[];#r=null;#o=0;constructor(e,r=e){this.element=e,this.#e=r}draw(e,r){this.#r!==e&&(this.#o=0),this.#r=e,e.type==="list"&&this.element.classList.toggle("loose",e.loose);let{children:o}=e;for(let n=this.#o;n<o.length;n+=1){let a=o[n];if(!this.#n(n,a,r).draw(a,r)||(a.done&&n===this.#o&&(this.#o+=1),n<o.length-1&&r.budget.isSpent))return!1}return r.complete&&this.#a(o.length),!0}unsettle(){this.#o=0;for(let{view:e}of this.#t)e.unsettle?.()}#n(e,r,o){let n=pw(r),a=this.#t[e];if(a?.kind===n)return a.view;let s=fw(r,o);return a===void 0?this.#e.append(s.element):a.view.element.replaceWith(s.element),this.#t[e]={kind:n,view:s},s}#a(e){for(let{view:r}of this.#t.splice(e))r.element.remove()}},il=class{element;#e;constructor({depth:e,level:r}){this.element=L(`h${r}`,{"data-depth":String(e)}),this.#e=new et(this.element)}draw(e,r){return this.#e.draw(Wt(e.text),!e.done&&r.streaming,r),!0}};function pw(t){switch(t.type){case"heading":return`heading ${t.level} ${t.depth}`;case"list":return`list ${t.start}`;case"item":return`item ${t.task}`;default:return t.type}}function fw(t,e){if(St(t))return mw(t,e);switch(t.type){case"paragraph":return new oa;case"heading":return new il(t);case"code":return new ra;case"table":return new na;case"rule":return{element:L("hr"),draw:()=>!0}}}function mw(t,e){return t.type==="list"?new tt(hw(t)):t.type==="item"?gw(t,e):new tt(L("blockquote"))}function hw({start:t}){return t===null?L("ul"):t===1?L("ol"):L("ol",{start:String(t)})}function gw({task:t},{words:e}){if(t===null)return new tt(L("li"));let r=e(t?"element.markdown.task_done":"element.markdown.task_open"),o=L("input",{type:"checkbox",disabled:"","aria-label":r});o.checked=t;let n=L("div");return new tt(L("li",{class:"task"},o,n),n)}var xw=8,bw=4e3,yw=16,ww=/^[\s>]*(?:[-=_+*#~`|:\s]*|\d{1,9}[.)]?)\s*(?:\[[ xX]?\]?\s*)?$/,vw=80,kw=/\r\n|\r/g,aa=class{#e;#t;#r;#o=[];#n=new Br;#a="";#s=!1;#i=0;#l=0;#c=!1;#d=null;#p=-1/0;constructor(e,r,o){this.#e=new tt(e),this.#t=r,this.#r=o}get isBusy(){return this.#d!==null}write(e,r){let o=e.includes("\r")?e.replace(kw,`
`):e;(this.#c||!o.startsWith(this.#a))&&this.#u(),this.#a=o,this.#s=r;let n=this.#p+yw-performance.now();this.#d===null&&(r&&n>0?this.#f(n):this.#m())}stop(){this.#d!==null&&clearTimeout(this.#d),this.#d=null}#u(){this.#n=new Br,this.#i=0,this.#l=0,this.#c=!1}#f(e){this.#d=setTimeout(()=>{this.#d=null,this.#m()},e)}#m(){let e=new On(xw),r=!1;do{let o=this.#x();r=this.#b(e,o)&&o}while(!r&&!e.isSpent);if(this.#p=performance.now(),r)for(;this.#o.length>0&&!e.isSpent;)this.#o.shift()?.();!r||this.#o.length>0?this.#f(0):this.#r()}#x(){let e=this.#i+bw;for(;this.#i<e;){let r=this.#a.indexOf(`
`,this.#i);if(r<0)return this.#g(),!0;this.#n.feed(this.#a.slice(this.#i,r)),this.#i=r+1}return!1}#g(){let e=this.#a.slice(this.#i);if(this.#s)(e.length>vw||!ww.test(e))&&this.#n.try(e);else{if(this.#c)return;this.#n.feed(e),this.#n.finish(),this.#c=!0}}#b(e,r){let{definitions:o,definitionCount:n,root:a}=this.#n;n!==this.#l&&this.#e.unsettle(),this.#l=n;let s=i=>{this.#o.push(i)};return this.#e.draw(a,{...this.#t(),definitions:o,budget:e,streaming:this.#s,complete:r,later:s})}};var Ew=2e3,Sw=[],ll=class extends F{static properties={text:{},streaming:{type:Boolean},words:{attribute:!1},annotations:{attribute:!1},sources:{attribute:!1},said:{state:!0}};static styles=[K,bu];#e=null;#t=[];constructor(){super(),this.text="",this.streaming=!1,this.annotations=Sw,this.sources=null,this.said=""}render(){return u`<div class="body" @click=${this.#i}></div>
      <p class="left-over" hidden></p>
      <div class="visually-hidden" role="status">${this.said}</div>`}updated(e){e.has("words")&&this.#r(),["text","streaming","annotations","sources","words"].some(o=>e.has(o))&&this.#e?.write(iu(this.text,this.annotations,this.#n()),this.streaming)}async getUpdateComplete(){let e=await super.getUpdateComplete();return this.#e?.isBusy===!0&&await new Promise(r=>this.#t.push(r)),e}connectedCallback(){super.connectedCallback(),this.#e!==null&&this.requestUpdate("text")}disconnectedCallback(){super.disconnectedCallback(),this.#e?.stop(),this.#a()}#r(){this.#e?.stop();let e=this.renderRoot.querySelector(".body");e!==null&&(e.replaceChildren(),this.#e=new aa(e,()=>this.#o(),()=>this.#a()))}#o(){return{words:this.words,sources:this.#n(),copy:(e,r)=>{this.#l(e,r)}}}#n(){return this.sources??Ir(this.annotations)}#a(){this.#s();for(let e of this.#t.splice(0))e()}#s(){let e=this.renderRoot.querySelector(".left-over");if(e===null)return;let r=[...this.renderRoot.querySelectorAll(".body [data-source]")],o=new Set(r.map(i=>Number(i.dataset.source))),n=new Set(Ir(this.annotations)),a=this.#n().flatMap((i,l)=>n.has(i)&&!o.has(l+1)?[l+1]:[]);e.hidden=a.length===0;let s=a.map(i=>({type:"source",number:i}));e.replaceChildren(...qt(s,[],this.#o()))}#i(e){let r=e.target instanceof Element?e.target.closest("[data-source] button"):null,o=Number(r?.parentElement?.dataset.source),n=this.#n()[o-1];n!==void 0&&this.dispatchEvent(new CustomEvent("entity",{detail:{source:n}}))}async#l(e,r){let o=await Mn(e),n=this.words(o?"element.markdown.copied":"element.markdown.copy_failed");r.textContent=n,this.said=n,setTimeout(()=>{r.textContent=this.words("element.markdown.copy"),this.said=""},Ew)}};customElements.define("agentnook-markdown",ll);function Xp(t){let e=setTimeout(o,250),r=requestAnimationFrame(()=>{clearTimeout(e),e=setTimeout(o)});function o(){cancelAnimationFrame(r),t()}return()=>{cancelAnimationFrame(r),clearTimeout(e)}}var sa=class{#e=null;of(e){let r=this.#t(e),o=[];return e.forEach((n,a)=>{let s=Math.floor((a-r)/12),i=o.at(-1);i?.number===s?i.rows.push(n):o.push({number:s,rows:[n]})}),o}#t(e){let r=e.findIndex(o=>o.key===this.#e);return r>=0?r:(this.#e=e[0]?.key??null,0)}};var Zp=A`
  .text {
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .name,
  .about {
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .quiet {
    margin: 0;
    color: var(--muted);
    font-size: var(--label-size);
    line-height: var(--label-line);
  }
  .user {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 4px;
  }
  .said {
    display: flex;
    flex-direction: row-reverse;
    gap: 4px;
    align-items: end;
  }
  .bubble {
    min-width: 0;
    max-width: min(85%, 560px);
    padding: 8px 14px;
    border-radius: var(--radius-card);
    background: var(--accent-tint);
  }
  .bubble .chip {
    background: var(--surface);
  }
  .unsent .bubble {
    opacity: 0.7;
  }
  blockquote {
    margin: 0 0 8px;
    padding-inline-start: 10px;
    border-inline-start: 3px solid var(--edge);
    color: var(--muted);
    font-size: var(--label-size);
    line-height: var(--label-line);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .folded:not(.open) {
    max-height: calc(var(--text-line) * 12);
    overflow: hidden;
    mask-image: linear-gradient(#000 80%, transparent);
  }
  .unfold {
    margin-top: 4px;
    padding: 0;
    border: 0;
    background: none;
    color: var(--accent);
  }
  .unfold:hover:not(:disabled) {
    background: none;
    text-decoration: underline;
  }
  .answer {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
  }
  agentnook-actions {
    margin-inline-start: -8px;
    min-height: 32px;
    opacity: 0;
  }
  .user agentnook-actions {
    margin: 0 0 4px;
  }
  .answer > .chip,
  .answer > .generated {
    justify-self: start;
  }
  .row:hover agentnook-actions,
  .row:focus-within agentnook-actions,
  agentnook-actions.latest {
    opacity: 1;
  }
  .chip {
    display: inline-flex;
    gap: 4px;
    align-items: center;
    max-width: 100%;
    min-height: 24px;
    padding: 1px 8px;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: none;
    color: var(--text);
    font-size: var(--label-size);
    line-height: var(--label-line);
    vertical-align: bottom;
    white-space: normal;
  }
  .chip svg {
    flex: none;
    width: 14px;
    height: 14px;
    color: var(--muted);
  }
  .chip .name {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  a {
    color: var(--accent);
    overflow-wrap: anywhere;
  }
  .sources,
  .chips,
  .attachments,
  .tasks {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .sources {
    display: grid;
    gap: 2px;
    padding-inline-start: 24px;
    color: var(--muted);
    font-size: var(--label-size);
    line-height: var(--label-line);
    list-style: decimal;
  }
  .chips,
  .attachments {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 8px;
    min-width: 0;
  }
  .attachments {
    justify-content: flex-end;
  }
  .chips li,
  .attachments li {
    min-width: 0;
    max-width: 100%;
  }
  .attachments img {
    display: block;
    width: 96px;
    height: 96px;
    border-radius: var(--radius);
    background: var(--sunken);
    object-fit: cover;
  }
  .line,
  .notice {
    display: flex;
    gap: 8px;
    color: var(--muted);
    font-size: var(--label-size);
    line-height: var(--label-line);
  }
  .line > svg,
  .line > .dots,
  .notice > svg,
  .task > svg {
    flex: none;
    margin-top: 1px;
  }
  .notice {
    padding: 12px 14px;
    border: 1px solid var(--line);
    border-radius: var(--radius-card);
    color: var(--text);
    --text-size: var(--label-size);
    --text-line: var(--label-line);
  }
  .notice > svg {
    color: var(--muted);
  }
  .notice.warning > svg {
    color: var(--warning);
  }
  .notice.danger > svg {
    color: var(--danger);
  }
  .notice strong {
    display: block;
    font-weight: var(--weight-strong);
  }
  summary {
    border-radius: 4px;
    list-style: none;
    cursor: pointer;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary:hover {
    color: var(--text);
  }
  .fold svg {
    width: 14px;
    height: 14px;
    margin-top: 3px;
  }
  [open] > summary .fold svg {
    rotate: 90deg;
  }
  .tasks {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 10px;
    margin: 8px 0 0 8px;
    padding-inline-start: 16px;
    border-inline-start: 1px solid var(--line);
  }
  .task {
    display: flex;
    gap: 8px;
    color: var(--muted);
    font-size: var(--label-size);
    line-height: var(--label-line);
    --text-size: var(--label-size);
    --text-line: var(--label-line);
  }
  .task .about {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 4px;
  }
  .task .about > .name {
    color: var(--text);
  }
  .generated {
    display: block;
    max-width: 100%;
    max-height: 480px;
    border-radius: var(--radius-card);
  }
  .generated.pending {
    display: grid;
    place-content: center;
    place-items: center;
    gap: 12px;
    width: min(100%, 320px);
    aspect-ratio: 1;
    background: var(--sunken);
    color: var(--muted);
  }
  progress {
    width: 160px;
    height: 4px;
    accent-color: var(--accent);
  }
  .dots {
    display: inline-flex;
    gap: 4px;
    align-items: center;
    width: 18px;
    height: 20px;
  }
  .dots i {
    flex: none;
    width: 4px;
    height: 4px;
    border-radius: 50%;
    background: var(--muted);
  }
  @media (hover: none), (pointer: coarse) {
    agentnook-actions {
      opacity: 1;
    }
    summary {
      padding: 12px 0;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    .dots i {
      animation: breathe var(--breath, 1.4s) ease-in-out infinite;
    }
    .dots i:nth-child(2) {
      animation-delay: 0.18s;
    }
    .dots i:nth-child(3) {
      animation-delay: 0.36s;
    }
    agentnook-actions {
      transition: opacity var(--appear);
    }
  }
`;var ia=class{#e;#t;#r=new Set;#o=null;#n=1/0;#a=[];#s=null;constructor(e,r){this.#e=e,this.#t=r}reset(){this.stop(),this.#r.clear(),this.#n=1/0}stop(){this.#s?.(),this.#s=null}see(e){Number.isNaN(e)||e===this.#n||(this.#n=e,this.#e())}isDrawn({number:e}){return this.#r.has(e)}isFar(e,r){return e.number!==this.#o&&Math.abs(e.number-this.#l(r))>2}plan(e){this.#a=e;let r=this.#l(e);for(let{number:o}of e)Math.abs(o-r)<=1&&this.#r.add(o);this.#s===null&&e.some(o=>!this.isDrawn(o))&&(this.#s=this.#t(()=>this.#i()))}#i(){this.#s=null;let e=this.#a,r=this.#l(e),o=_w(r,e.filter(n=>!this.isDrawn(n)));o!==void 0&&this.#r.add(o),this.#o=o??null,this.#e()}#l(e){return Math.max(Math.min(this.#n,e.at(-1)?.number??0),e[0]?.number??0)}};function _w(t,e){let r=({number:s})=>Math.abs(s-t),[o,...n]=e;return(o&&n.reduce((s,i)=>r(i)<r(s)?i:s,o))?.number}var Yp=A`
  .text,
  .title,
  .caption,
  .label {
    margin: 0;
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }
  .xs {
    font-size: 12px;
    line-height: 16px;
  }
  .sm,
  .caption {
    font-size: var(--label-size);
    line-height: var(--label-line);
  }
  .lg {
    font-size: 17px;
    line-height: 26px;
  }
  .xl {
    font-size: var(--title-size);
    line-height: var(--title-line);
  }
  .title {
    font-size: var(--text-size);
    font-weight: var(--weight-strong);
    line-height: var(--text-line);
  }
  .t-lg,
  .t-xl {
    font-size: 17px;
    line-height: 26px;
  }
  .t-2xl,
  .t-3xl {
    font-size: var(--title-size);
    line-height: var(--title-line);
  }
  .t-4xl,
  .t-5xl {
    font-size: 26px;
    line-height: 34px;
  }
  .caption {
    color: var(--muted);
  }
  .c-sm {
    font-size: 12px;
    line-height: 16px;
  }
  .italic {
    font-style: italic;
  }
  .struck {
    text-decoration: line-through;
  }
  .truncated {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .clamped {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
  }
  .badge {
    flex: none;
    align-self: center;
    max-width: 100%;
    padding: 0 8px;
    overflow: hidden;
    border: 1px solid transparent;
    border-radius: 6px;
    font-size: 12px;
    font-weight: var(--weight-strong);
    line-height: 18px;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .col > .badge {
    align-self: flex-start;
  }
  .badge.b-lg {
    font-size: var(--label-size);
    line-height: 22px;
  }
  .pill {
    border-radius: 999px;
  }

  .glyph {
    display: inline-flex;
    flex: none;
  }
  svg {
    flex: none;
  }
  img {
    display: block;
    max-width: 100%;
    border-radius: var(--radius);
    object-fit: cover;
  }
  .framed {
    border: 1px solid var(--line);
  }
  .elsewhere {
    color: var(--accent);
    overflow-wrap: anywhere;
  }
  .wide {
    max-width: 100%;
    overflow-x: auto;
    scrollbar-width: thin;
    scrollbar-color: var(--line) transparent;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: var(--label-size);
    line-height: var(--label-line);
  }
  th,
  td {
    padding: 6px 8px;
    border-bottom: 1px solid var(--line);
    text-align: start;
    vertical-align: middle;
  }
  tr:last-child > * {
    border-bottom: 0;
  }
  th {
    font-weight: var(--weight-strong);
  }
  thead th,
  .chart th[scope='row'] {
    color: var(--muted);
  }
  .chart td {
    font-variant-numeric: tabular-nums;
  }
  .col-xs {
    width: 48px;
  }
  .col-sm {
    width: 80px;
  }
  .col-md {
    width: 120px;
  }
  .col-lg {
    width: 180px;
  }
  .col-xl {
    width: 260px;
  }
`;var jp=A`
  /* The colour that a badge or button has: on a solid one, --on is written. */
  .tone-secondary {
    --tone: var(--muted);
    --on: var(--surface);
  }
  .tone-primary,
  .tone-info,
  .tone-discovery {
    --tone: var(--accent);
    --on: var(--on-accent);
  }
  .tone-success {
    --tone: var(--good);
    --on: var(--surface);
  }
  .tone-warning,
  .tone-caution {
    --tone: var(--warning);
    --on: var(--surface);
  }
  .tone-danger {
    --tone: var(--danger);
    --on: var(--surface);
  }
  .solid,
  .button.solid:hover:not(:disabled) {
    background: var(--tone);
    color: var(--on);
  }
  .solid {
    border-color: transparent;
  }
  .soft,
  .button.soft:hover:not(:disabled) {
    border-color: transparent;
    background: color-mix(in srgb, var(--tone) 10%, var(--raised));
    color: var(--tone);
  }
  .soft.tone-secondary {
    background: var(--hover);
    color: var(--text);
  }
  .outline:not(.tone-secondary),
  .ghost:not(.tone-secondary) {
    color: var(--tone);
  }
  .badge.outline {
    border-color: currentcolor;
    color: var(--tone);
  }

  .button {
    display: inline-flex;
    gap: 8px;
    align-items: center;
    justify-content: center;
    align-self: flex-start;
    max-width: 100%;
    min-height: var(--control);
    text-align: start;
    overflow-wrap: anywhere;
  }
  .row > .button {
    flex: none;
    align-self: center;
  }
  .button.ghost {
    border-color: transparent;
    background: none;
  }
  .button.ghost:hover:not(:disabled),
  .button.outline:hover:not(:disabled) {
    background: var(--hover);
  }
  .button.solid:hover:not(:disabled, [aria-disabled='true']),
  .button.soft:hover:not(:disabled, [aria-disabled='true']) {
    filter: brightness(1.06);
  }
  .button.uniform {
    width: var(--control);
    padding: 0;
  }
  .button:disabled,
  .button[aria-disabled='true']:not([aria-busy='true']) {
    cursor: default;
    opacity: 0.6;
  }
  .cover[aria-disabled='true'] {
    cursor: default;
  }
  .block {
    width: 100%;
  }
  .more {
    width: 100%;
  }
  .fold {
    padding-inline: 0 8px;
  }
  .fold[aria-expanded='true'] {
    margin-bottom: 8px;
  }
  .fold[aria-expanded='true'] svg {
    rotate: 90deg;
  }
  .spinner {
    flex: none;
    width: 14px;
    height: 14px;
    border: 2px solid currentcolor;
    border-inline-start-color: transparent;
    border-radius: 50%;
  }

  .field {
    display: flex;
    flex-direction: column;
    gap: 4px;
    align-items: flex-start;
  }
  .row > .field:not(:has(> .choice)) {
    flex: 1 1 0;
  }
  .control {
    width: 100%;
    min-width: 0;
    height: var(--control);
    margin: 0;
    padding: 5px 9px;
    border: 1px solid var(--edge);
    border-radius: var(--radius);
    background: var(--surface);
    color: var(--text);
    font: inherit;
    font-size: var(--label-size);
    line-height: var(--label-line);
  }
  select.control,
  input.control[type='date'] {
    width: auto;
    max-width: 100%;
  }
  .control.block {
    width: 100%;
  }
  .control.soft {
    border-color: transparent;
    background: var(--hover);
  }
  .control.pill {
    border-radius: 999px;
  }
  textarea.control {
    height: auto;
    resize: vertical;
  }
  .growing {
    field-sizing: content;
  }
  .small {
    --control: 28px;
  }
  .large {
    --control: 40px;
  }
  .control.small {
    padding-block: 3px;
  }
  ::placeholder {
    color: var(--muted);
    opacity: 1;
  }
  :is(.control, .editable)[aria-invalid='true'] {
    border-color: var(--danger);
  }
  .control:disabled,
  .editable:disabled {
    background: var(--sunken);
    color: var(--muted);
    opacity: 1;
  }
  .editable {
    width: 100%;
    max-width: 480px;
    margin: 0;
    padding: 3px 6px;
    border: 1px dashed var(--edge);
    border-radius: var(--radius);
    background: none;
    color: inherit;
    font-family: inherit;
    resize: none;
  }
  .label {
    font-weight: var(--weight-strong);
  }
  .label + .field {
    margin-top: -4px;
  }
  :is(.body, .form) > .label + .field {
    margin-top: -8px;
  }
  .choice {
    display: inline-flex;
    gap: 8px;
    align-items: flex-start;
    font-size: var(--label-size);
    line-height: var(--label-line);
    overflow-wrap: anywhere;
  }
  .choice input {
    flex: none;
    width: 16px;
    height: 16px;
    margin: 2px 0;
    accent-color: var(--accent);
  }
  .choice:has(:disabled) {
    color: var(--muted);
  }
  .radios.row {
    flex-flow: row wrap;
    gap: 4px 16px;
  }
  .problem,
  .caution {
    flex-basis: 100%;
    margin: 0;
    color: var(--danger);
    font-size: var(--label-size);
    line-height: var(--label-line);
  }
  .caution {
    color: var(--warning);
  }
  @media (pointer: coarse) {
    :host {
      --control: 44px;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    .spinner {
      animation: turn 0.9s linear infinite;
    }
  }
  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }
`;function Jp(t){let e=new Map;return t.map(r=>{let o=Cw(r),n=e.get(o)??0;return e.set(o,n+1),`${o}#${n}`})}function Cw({type:t,key:e,id:r,fields:o}){return e!==null?`key:${e}`:typeof o.name=="string"&&t!=="Icon"?`name:${o.name}`:r===null?`type:${t}`:`id:${r}`}var la=class t{host;path;form;#e;constructor(e,r,o="",n=null){this.host=e,this.path=o,this.form=n,this.#e=r}get words(){return this.host.words}children(e,r=o=>o){let o=Jp(e);return xt(e,(n,a)=>o[a],(n,a)=>r(this.#e(n,this.at(o[a]??"")),n))}at(e){return new t(this.host,this.#e,`${this.path}/${e}`,this.form)}inForm(e){return new t(this.host,this.#e,this.path,e)}};var Tw=200,Aw=8;function da(t){let e={};for(let[r,o]of t)Rw(r)&&Mw(e,r,o);return e}function Rw(t){let e=t.split("."),r=e.some(o=>o==="__proto__"||o==="constructor"||o==="prototype");return t!==""&&t.length<=Tw&&e.length<=Aw&&!r}function Mw(t,e,r){let o=e.split("."),n=o.pop()??e,a=t;for(let s of o){a[s]??={};let i=a[s];if(!$(i))return void(t[e]=r);a=i}a[n]=r}function Qp(t,e){return t.valid?null:t.badInput&&e==="number"?"element.widget.problem.number":t.badInput||t.patternMismatch&&e==="date"?"element.widget.problem.date":t.valueMissing?Ow(e):t.typeMismatch&&e==="email"?"element.widget.problem.email":t.typeMismatch&&e==="url"?"element.widget.problem.url":t.rangeOverflow||t.rangeUnderflow?"element.widget.problem.range":"element.widget.problem.form"}function Ow(t){return t==="checkbox"?"element.widget.problem.tick":["radio","select-one","date"].includes(t)?"element.widget.problem.choose":"element.widget.problem.missing"}function ef(t){return[...t.querySelectorAll("[data-field]")].filter(e=>e.form===t)}function tf(t){let e=new Map;for(let r of ef(t)){let[o,n]=dl(r),a=r.type==="radio"&&!r.checked;!r.disabled&&!(a&&e.has(o))&&e.set(o,n)}return da([...e])}function dl(t){return[t.dataset.field??"",Nw(t)]}function Nw(t){if(!(t instanceof HTMLInputElement))return t.value===""&&$w(t)?null:t.value;switch(rf(t)){case"checkbox":return t.checked;case"radio":return t.checked?t.value:null;case"number":return Number.isNaN(t.valueAsNumber)?null:t.valueAsNumber;case"date":return t.value||null;default:return t.value}}function rf(t){return t.getAttribute("type")??t.type}function $w(t){return t instanceof HTMLSelectElement}function of(t){let e=new Map;for(let r of ef(t)){let o=Qp(r.validity,rf(r)),n=zr(r);o!==null&&!r.disabled&&!e.has(n)&&e.set(n,{control:r,sentence:o})}return e}function zr(t){return t?.closest("[data-path]")?.dataset.path??""}var Lw=200;function ca(t){let{type:e,payload:r,handler:o,loadingBehavior:n,streaming:a}=V(t),s=_(e);return s===""||s.length>Lw?null:{type:s,payload:r??null,handler:xe(o,["server","client"]),loading:xe(n,["auto","self","container","none"]),streaming:a!==!1}}function rt(t,e){return ca(t.fields[e])}function nf(t,e){return Object.keys(e).length===0?t:t===null?e:$(t)?{...e,...t}:t}var Iw=2e5,ot=1e3,Pw=1e3;function Re(t,e="value"){return ye(t.fields[e],Iw)}function J(t,e="label"){return ye(t.fields[e],ot)}function P(t,e){return t.fields[e]===!0}function ke(t,e,r,o){let n=t.fields[e];return typeof n=="number"&&Number.isFinite(n)?nt(Math.round(n),r,o):null}function z(t,e,r){return r.find(o=>o===t.fields[e])??null}function cl(t){let e=new Map;for(let r of $e(t.fields.options).slice(0,Pw)){if(!$(r))continue;let o=ye(r.value,ot);if(o===""||e.has(o))continue;let n=ye(r.label,ot)||o,a=ye(r.description,ot);e.set(o,{value:o,label:a===""?n:`${n} – ${a}`,disabled:r.disabled===!0})}return[...e.values()]}function ua(t,e){let r=/^\d{4}-\d{2}-\d{2}/.exec(_(t.fields[e]))?.[0]??"";return Number.isNaN(Date.parse(r))?"":r}function nt(t,e,r){return Math.min(Math.max(t,e),r)}function ye(t,e){return typeof t=="number"?String(t):_(t).slice(0,e)}function qe(t,{host:e,form:r,path:o,words:n}){let a=J(t,"name"),s=e.fieldId(r,a),i=e.problemAt(o),l=e.hasLabel(a);return{id:e.claimed(s)??f,name:a,path:o,label:l?f:J(t,"ariaLabel")||J(t,"placeholder")||Dw(a),disabled:P(t,"disabled")||e.isLocked(o),invalid:i===null?f:"true",describedBy:i===null?f:`${s}-problem`,problem:i===null?f:u`<p class="problem" id=${`${s}-problem`}>${n(i)}</p>`}}function Dw(t){return t.replace(/[._-]+/g," ").trim()||t}function jt(t,e,{host:r,path:o}){let n=t.currentTarget,a=rt(e,"onChangeAction");if(a===null)return;let s={path:o,action:a,loading:"none",form:n.form,field:dl(n)};r.request(s,{waits:!0})}var Bw=new Set(["3xs","2xs","xs","sm"]),Fw=new Set(["lg","xl","2xl","3xl"]);function at(t){let e=_(t.fields.size);return[Bw.has(e)?"small":Fw.has(e)?"large":"",P(t,"pill")&&"pill",P(t,"block")&&"block"].filter(Boolean).join(" ")}var Uw={sm:14,md:16,lg:18,xl:20,"2xl":24},Hw=["primary","secondary","info","discovery","success","caution","warning","danger"];function af(t,e){let{form:r}=e,o=rt(t,"onClickAction"),n=P(t,"submit")&&r!==null;n&&(r.action??=o);let a=e.host.isWorking(e.path),s=J(t),i=J(t,"iconStart")||J(t,"iconEnd");return u`<button
    type=${n?"submit":"button"}
    class="button ${qw(t)}"
    data-path=${e.path}
    aria-label=${s===""?Gw(i)||e.words("element.widget.button"):f}
    aria-busy=${a}
    aria-disabled=${e.host.blocked}
    ?disabled=${P(t,"disabled")||e.host.isLocked(e.path)&&!a}
    @click=${n||o===null?f:l=>zw(l,o,e)}
  >
    ${Ww(t,e)}
  </button>`}function zw(t,e,{host:r,path:o}){r.request({path:o,action:e,loading:"self",form:t.currentTarget.form})}function Ww(t,{host:e,path:r}){let o=Uw[z(t,"iconSize",["sm","md","lg","xl","2xl"])??"md"],[n,a]=[te(J(t,"iconStart"),o),te(J(t,"iconEnd"),o)],s=J(t)||(n===null&&a===null?"…":"");return u`${e.isWorking(r)?Wr:n}${s===""?f:u`<span>${s}</span>`}${a}`}var Wr=u`<span class="spinner" aria-hidden="true"></span>`;function qw(t){let e=z(t,"style",["primary","secondary"]),r=z(t,"color",Hw)??e??"secondary",o=z(t,"variant",["solid","soft","outline","ghost"])??(r==="secondary"?"outline":"solid"),n=P(t,"uniform")||J(t)===""?"uniform":"";return`tone-${r} ${o} ${at(t)} ${n}`}function Gw(t){return t.replace(/^[a-z]+:/,"").replace(/[-_]?\d*$/,"").replaceAll("-"," ")}var Kw={text:new Map([["prose","var(--text)"],["primary","var(--text)"],["emphasis","var(--text)"],["secondary","var(--muted)"],["tertiary","var(--muted)"],["success","var(--good)"],["warning","var(--warning)"],["danger","var(--danger)"]]),surface:new Map([["surface","var(--surface)"],["surface-secondary","var(--sunken)"],["surface-tertiary","var(--hover)"],["surface-elevated","var(--raised)"],["surface-elevated-secondary","var(--sunken)"]]),edge:new Map([["default","var(--line)"],["subtle","var(--line)"],["strong","var(--edge)"]])},Vw=new Map([["gray",[215,8]],["red",[4,72]],["orange",[26,84]],["yellow",[45,88]],["green",[146,56]],["blue",[212,78]],["purple",[266,62]],["pink",[330,72]]]),ul=[[0,100],[50,97],[100,94],[500,52],[900,20],[1e3,8]],Xw=/^([a-z]+)-(\d{1,4})$/,sf=/^#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/,Zw=/^(?:rgb|hsl)a?\((?:[\d.%,/ +-]|deg){5,60}\)$/,Yw=/^[a-z]{3,20}$/,jw=new Set(["inherit","initial","unset","revert","none","auto"]);function Ge(t,e){if(!$(t))return pl(t,e);let[r,o]=[pl(t.light,e),pl(t.dark,e)];return r!==null&&o!==null?`light-dark(${r}, ${o})`:r??o}function pl(t,e){if(typeof t!="string"||t.length>80)return null;let r=t.trim().toLowerCase(),o=Kw[e].get(r)??Jw(r);return o!==null?o:sf.test(r)||Zw.test(r)||Yw.test(r)&&!jw.has(r)?r:null}function Jw(t){let e=lf(t);return e&&`hsl(${e.hue} ${e.saturation}% ${e.lightness}%)`}function lf(t){let[,e="",r=""]=Xw.exec(t)??[],o=Vw.get(e);return o?{hue:o[0],saturation:o[1],lightness:Qw(Number(r))}:null}function Qw(t){let e=ul.findIndex(([a])=>a>=t),[r,o]=[ul[e],ul[e-1]];if(r===void 0)return 8;if(o===void 0)return r[1];let n=(t-o[0])/(r[0]-o[0]);return Math.round(o[1]+n*(r[1]-o[1]))}function pa(t){if(typeof t!="string")return null;let e=t.trim().toLowerCase(),r=lf(e);if(r!==null)return r.lightness>55?"light":"dark";if(!sf.test(e))return null;let o=e.length<7?[...e.slice(1,4)].map(i=>i+i):e.slice(1,7).match(/../g),[n=0,a=0,s=0]=(o??[]).map(i=>Number.parseInt(i,16));return .299*n+.587*a+.114*s>140?"light":"dark"}var df=4,cf=96,uf=1600,e0=100,pf=16,t0=/^(\d{1,6}(?:\.\d{1,4})?)(px|rem|em|%|vw|vh)?$/,r0=new Set(["auto","max-content","min-content","fit-content"]),o0=/^(\d{1,3}(?:\.\d{1,2})?)(?: \d{1,3}(?:\.\d{1,2})?)?(?: (?:auto|0|\d{1,3}%))?$/,n0=/^(\d{1,5}(?:\.\d{1,4})?)(?: ?\/ ?(\d{1,5}(?:\.\d{1,4})?))?$/;function st(t){if(typeof t=="number")return Number.isFinite(t)?fa(t*df,cf):null;let[e,r]=hf(t)??[];return e===void 0||r==="%"||r==="vw"||r==="vh"?null:fa(e*(r===void 0?df:r==="px"?1:pf),cf)}function Ce(t){if(typeof t=="number")return Number.isFinite(t)?fa(t,uf):null;if(typeof t=="string"&&r0.has(t))return t;let[e,r]=hf(t)??[];return e===void 0?null:r==="%"||r==="vw"||r==="vh"?`${nt(e,0,100)}${r}`:fa(e*(r===void 0||r==="px"?1:pf),uf)}function ff(t){return typeof t=="number"?Number.isFinite(t)?String(nt(t,0,e0)):null:t==="auto"||t==="none"||typeof t=="string"&&o0.test(t)?t:null}function mf(t){let[,e,r]=n0.exec(String(typeof t=="number"||typeof t=="string"?t:""))??[];if(e===void 0)return null;let o=Number(e)/Number(r??1);return o>0&&Number.isFinite(o)?String(nt(o,.1,20)):null}function hf(t){let[,e,r]=typeof t=="string"&&t0.exec(t.trim())||[];return e===void 0?null:[Number(e),r]}function fa(t,e){return`${nt(t,0,e)}px`}var a0=8,s0={top:["top"],right:["right"],bottom:["bottom"],left:["left"],x:["left","right"],y:["top","bottom"]},i0=new Map([["start","flex-start"],["center","center"],["end","flex-end"],["baseline","baseline"],["stretch","stretch"],["between","space-between"],["around","space-around"],["evenly","space-evenly"]]),l0=new Map([["none","0px"],["2xs","2px"],["xs","4px"],["sm","6px"],["md","8px"],["lg","10px"],["xl","12px"],["2xl","16px"],["3xl","20px"],["4xl","24px"],["full","9999px"],["100%","100%"]]),d0=["solid","dashed","dotted","double","groove","ridge","inset","outset"];function Jt({fields:t}){return{width:Ce(t.width??t.size),height:Ce(t.height??t.size),"min-width":Ce(t.minWidth??t.minSize),"min-height":Ce(t.minHeight??t.minSize),"max-width":Ce(t.maxWidth??t.maxSize),"max-height":Ce(t.maxHeight??t.maxSize),"aspect-ratio":mf(t.aspectRatio),"border-radius":l0.get(String(t.radius))??null,flex:ff(t.flex),...Qt("margin",t.margin)}}function qr(t){let{fields:e}=t;return{"align-items":ma(e.align),"justify-content":ma(e.justify),"flex-wrap":z(t,"wrap",["nowrap","wrap","wrap-reverse"]),gap:st(e.gap),...Qt("padding",e.padding)}}function Tt({fields:t}){return{"background-color":Ge(t.background,"surface"),...c0(t.border)}}function ma(t){return typeof t=="string"&&i0.get(t)||null}function Qt(t,e){if(!$(e))return{[t]:st(e)};let r={};return xf(e,(o,n)=>{r[`${t}-${o}`]=st(n)}),r}function c0(t){if(!$(t)||"size"in t)return{border:gf(t)};let e={};return xf(t,(r,o)=>{e[`border-${r}`]=gf(o)}),e}function xf(t,e){for(let r of["x","y","top","right","bottom","left"])if(t[r]!==void 0)for(let o of s0[r])e(o,t[r])}function gf(t){let e=$(t)?t:{size:t},{size:r,color:o,style:n}=e;if(typeof r!="number"||!Number.isFinite(r))return null;let a=d0.find(s=>s===n)??"solid";return`${nt(r,0,a0)}px ${a} ${Ge(o,"edge")??"var(--line)"}`}var fl=class extends Ne{#e=[];render(e){return de}update(e,[r]){let{style:o}=e.element,n=Object.entries(r).flatMap(([s,i])=>i===null?[]:[[s,i]]),a=n.map(([s])=>s);for(let s of this.#e)a.includes(s)||o.removeProperty(s);for(let[s,i]of n)o.setProperty(s,i);return this.#e=a,de}},se=Ve(fl);var u0=/^data:image\/(?:png|jpe?g|gif|webp|avif|bmp);base64,[a-z0-9+/]+={0,2}$/i;var ml={kind:"none"};function it(t,e){if(/^data:/i.test(t))return t.length<=8e6&&u0.test(t)?{kind:"picture",url:t}:ml;let r=URL.parse(t);return r===null||!["http:","https:","blob:"].includes(r.protocol)?ml:r.origin===new URL(e).origin?{kind:"picture",url:r.href}:r.protocol==="blob:"?ml:{kind:"link",url:r.href}}function ha({fields:t}){let{text:e,icon:r,favicon:o,frame:n}=V(t.status),a=ye(e,ot);if(a==="")return f;let s=it(_(o),location.href),i=u`<img
    class=${n===!0?"framed":""}
    src=${s.kind==="picture"?s.url:f}
    alt=""
  />`;return u`<div class="status">
    ${s.kind==="picture"?i:te(_(r),16)}<span>${a}</span>
  </div>`}function Gr(t){return z(t,"theme",["light","dark"])??pa(t.fields.background)??f}function yf(t,e){let r=P(t,"asForm")?vf(e.path,ca(V(t.fields.confirm).action)):null,o=r===null?e:e.inForm(r),n=P(t,"collapsed")&&!e.host.isUnfolded(e.path),a={...Tt(t),...Qt("padding",t.fields.padding)},s=u`${ha(t)}${p0(t,e)}
    <div class="col body" ?hidden=${n}>${o.children(t.children)}</div>
    ${f0(t,e)}`,i=`card size-${z(t,"size",["sm","md","lg","full"])??"md"}`,l=Gr(t);return r===null?u`<div class=${i} data-scheme=${l} ${se(a)}>${s}</div>`:u`<form
        class=${i}
        data-scheme=${l}
        novalidate
        @submit=${kf(r,o,!0)}
        ${se(a)}
      >
        ${s}
      </form>`}function wf(t,e){let r=vf(e.path,rt(t,"onSubmitAction")),o=e.inForm(r),n=z(t,"direction",["row","col"])??"col",a={...Jt(t),...qr(t),...Tt(t)};return u`<form class="form ${n}" novalidate @submit=${kf(r,o,!1)} ${se(a)}>
    ${o.children(t.children)}
  </form>`}function vf(t,e){return{path:t,action:e}}function kf(t,{host:e},r){return o=>{o.preventDefault();let n=o.currentTarget,{action:a,path:s}=t;if(a===null)return;let l={path:zr(o.submitter)||s,action:a,loading:r?"container":"self",form:n};e.request(r?{...l,card:{path:s,action:"confirm"}}:l,{checked:!0})}}function p0(t,{host:e,path:r,words:o}){if(!P(t,"collapsed"))return f;let n=e.isUnfolded(r);return u`<button
    type="button"
    class="button ghost tone-secondary fold"
    aria-expanded=${n}
    @click=${()=>e.unfold(r,!n)}
  >
    ${te("chevron-right",16)}<span>${o(n?"element.widget.hide":"element.widget.show")}</span>
  </button>`}function f0(t,e){let r=[bf(t,"cancel",e),bf(t,"confirm",e)];return r.every(o=>o===f)?f:u`<div class="footer">${r}</div>`}function bf(t,e,{host:r,path:o}){let n=t.fields[e],a=$(n)?ca(n.action):null;if(!$(n)||a===null)return f;let s=`${o}/${e}`,i=e==="confirm"&&P(t,"asForm"),l=r.isTaken(o,e),d=c=>{let{form:p}=c.currentTarget;r.request({path:s,action:a,loading:"container",form:p,card:{path:o,action:e}})};return u`<button
    type=${i?"submit":"button"}
    class="button ${e==="confirm"?"tone-primary solid":"tone-secondary outline"}"
    data-path=${s}
    aria-busy=${r.isWorking(s)}
    aria-disabled=${r.blocked||l}
    ?disabled=${r.isLocked(o)&&!r.isWorking(s)&&!l}
    @click=${i?f:d}
  >
    ${r.isWorking(s)?Wr:l?te("check",16):f}<span
      >${ye(n.label,ot)}</span
    >
  </button>`}function Ef(t,e){let r=z(t,"direction",["row","col"])??"col";return u`<div class="basic ${r}" data-scheme=${Gr(t)} ${se(qr(t))}>
    ${e.children(t.children)}
  </div>`}function Sf(t,e){let r=qe(t,e),o=cl(t),n=J(t,"defaultValue"),a=J(t,"placeholder")||e.words("element.widget.nothing_chosen"),s=o.some(({value:l})=>l===n),i=P(t,"clearable");return u`<div class="field ${P(t,"block")?"block":""}">
    <select
      class="control ${at(t)}"
      id=${r.id}
      data-field=${r.name}
      data-path=${r.path}
      aria-label=${r.label}
      aria-invalid=${r.invalid}
      aria-describedby=${r.describedBy}
      ?required=${P(t,"required")}
      ?disabled=${r.disabled}
      @change=${l=>jt(l,t,e)}
    >
      ${s&&!i?f:m0(a,i,!s)}
      ${o.map(({value:l,label:d,disabled:c})=>u`<option value=${l} ?selected=${l===n} ?disabled=${c}>${d}</option>`)}</select
    >${r.problem}
  </div>`}function m0(t,e,r){return u`<option value="" ?disabled=${!e} ?selected=${r}>${t}</option>`}function _f(t,e){let r=qe(t,e),o=J(t);return u`<div class="field">
    <label class="choice">
      <input
        type="checkbox"
        id=${r.id}
        data-field=${r.name}
        data-path=${r.path}
        aria-label=${o===""?r.label:f}
        aria-invalid=${r.invalid}
        aria-describedby=${r.describedBy}
        ?checked=${P(t,"defaultChecked")}
        ?required=${P(t,"required")}
        ?disabled=${r.disabled}
        @change=${n=>jt(n,t,e)}
      /><span>${o}</span></label
    >${r.problem}
  </div>`}function Cf(t,e){let{host:r,form:o}=e,n=qe(t,e),a=r.fieldId(o,n.name),s=J(t,"defaultValue"),i=J(t,"ariaLabel")||n.label;return u`<div
    class="field radios ${z(t,"direction",["row","col"])??"col"}"
    role="radiogroup"
    data-path=${n.path}
    aria-label=${i}
    aria-labelledby=${i===f?`${a}-label`:f}
    aria-required=${P(t,"required")?"true":f}
    aria-invalid=${n.invalid}
    aria-describedby=${n.describedBy}
  >
    ${cl(t).map(({value:l,label:d,disabled:c},p)=>u`<label class="choice">
          <input
            type="radio"
            id=${p===0?n.id:f}
            name="group ${n.path}"
            data-field=${n.name}
            value=${l}
            ?checked=${l===s}
            ?required=${P(t,"required")}
            ?disabled=${n.disabled||c}
            @change=${m=>jt(m,t,e)}
          /><span>${d}</span></label
        >`)}
    ${n.problem}
  </div>`}var h0={xs:12,sm:14,md:18,lg:20,xl:24,"2xl":28,"3xl":32},g0=["cover","contain","fill","scale-down","none"],x0=/^(?:(?:top|bottom) (?:left|right)|top|bottom|left|right|center)$/,b0=500,y0=20,Kr=200;function Tf(t){let e=h0[z(t,"size",["xs","sm","md","lg","xl","2xl","3xl"])??"md"],r=te(J(t,"name"),e);return r===null?f:u`<span class="glyph" ${se({color:Ge(t.fields.color,"text")})}>${r}</span>`}function Af(t){let e=J(t,"alt"),r=it(_(t.fields.src),location.href);if(r.kind==="link")return u`<a class="elsewhere" href=${r.url} rel="noreferrer">${e||r.url}</a>`;if(r.kind==="none")return e===""?f:u`<div class="caption">${e}</div>`;let o=_(t.fields.position),n={...Jt(t),...Tt(t),"object-fit":z(t,"fit",g0),"object-position":x0.test(o)?o:null},a=`${P(t,"frame")?"framed":""} ${P(t,"flush")?"flush":""}`;return u`<img class=${a} src=${r.url} alt=${e} decoding="async" ${se(n)} />`}function Rf({fields:t},{words:e}){let r=V(t.xAxis),o=_(t.xAxis)||_(r.dataKey),n=V(r.labels),a=$e(t.series).slice(0,y0).flatMap(w0),s=$e(t.data).filter($).slice(0,b0),i=l=>{let d=ye(l[o],Kr);return Object.hasOwn(n,d)?ye(n[d],Kr):d};return u`<div class="wide" tabindex="0" role="group" aria-label=${e("element.widget.chart")}>
    <table class="chart">
      <thead>
        <tr>
          <th scope="col">${o}</th>
          ${a.map(({label:l})=>u`<th scope="col">${l}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${s.map(l=>u`<tr>
              <th scope="row">${i(l)}</th>
              ${a.map(({key:d})=>u`<td>${ye(l[d],Kr)}</td>`)}
            </tr>`)}
      </tbody>
    </table>
  </div>`}function w0(t){let{dataKey:e,label:r}=V(t),o=ye(e,Kr);return o===""?[]:[{key:o,label:ye(r,Kr)||o}]}function Mf(t,e){if(t.children.length>0)return u`<div class="col">${e.children(t.children)}</div>`;let r=Ot(t.fields)||Re(t,"name");return r===""?f:u`<div class="text md">${r}</div>`}var v0=/\\.|\[(?:\\.|[^\]\\])*\]|\(\?:|\(\?|[()|]|[*+?]\??|\{\d+(?:,\d*)?\}\??|[^]/gu,k0=/^(?:\(\?|\\[1-9k])$/;function Of(t){return typeof t!="string"||t===""||t.length>200?null:E0(t)&&S0(t)<=2e7?t:null}function E0(t){try{return new RegExp(t,"v")instanceof RegExp}catch{return!1}}function S0(t){let e=[{ways:1,alternatives:1,last:1}];for(let o of t.match(v0)??[]){let n=e.at(-1);if(n===void 0||k0.test(o))return 1/0;o==="("||o==="(?:"?e.push({ways:1,alternatives:1,last:1}):o===")"?_0(e):o==="|"?n.alternatives+=1:C0(n,o)}let[r]=e;return r===void 0?1/0:r.ways*r.alternatives}function _0(t){let e=t.pop(),r=t.at(-1);e===void 0||r===void 0||(r.last=e.ways*e.alternatives,r.ways*=r.last)}function C0(t,e){let r=T0(e);if(r===null){t.last=1;return}let o=t.last===1||r.most===1;t.ways*=o?r.most-r.least+1:1/0}function T0(t){if(t.startsWith("*"))return{least:0,most:256};if(t.startsWith("+"))return{least:1,most:256};if(t.startsWith("?"))return{least:0,most:1};let[,e,r,o]=/^\{(\d+)(,?)(\d*)\}/.exec(t)??[];if(e===void 0)return null;let n=r===""?Number(e):o===""?256:Number(o);return{least:Number(e),most:n}}var Nf=2e4,ga=24,R0=1e3,M0="[0-9]{4}-[0-9]{2}-[0-9]{2}";function $f(t,e){let r=z(t,"inputType",["number","email","password","tel","url"])??"text",o=`control ${at(t)} ${z(t,"variant",["soft"])??""}`,n=qe(t,e);return u`<div class="field">
    ${Lf(t,n,{type:r,classes:o,value:Re(t,"defaultValue")})}
    ${r==="password"?u`<p class="caution">${e.words("element.widget.password")}</p>`:f}
    ${n.problem}
  </div>`}function Lf(t,e,{type:r,classes:o,value:n,style:a={}}){let s=Of(t.fields.pattern);return u`<input
    type=${r}
    step=${r==="number"?"any":f}
    class=${o}
    id=${e.id}
    data-field=${e.name}
    data-path=${e.path}
    value=${n}
    placeholder=${J(t,"placeholder")||f}
    pattern=${s??f}
    maxlength=${s===null?Nf:256}
    autocomplete="off"
    aria-label=${e.label}
    aria-invalid=${e.invalid}
    aria-describedby=${e.describedBy}
    ?required=${P(t,"required")}
    ?disabled=${e.disabled}
    @focus=${P(t,"autoSelect")?If:f}
    ${se(a)}
  />`}function If(t){t.currentTarget.select()}function Pf(t,e){let r=`control ${at(t)} ${P(t,"autoResize")?"growing":""}`,o=qe(t,e),n={rows:ke(t,"rows",1,ga)??3,most:ke(t,"maxRows",1,ga)};return u`<div class="field">
    ${Df(t,o,{...n,classes:r,value:Re(t,"defaultValue")})}${o.problem}
  </div>`}function Df(t,e,{classes:r,value:o,rows:n,most:a,style:s={}}){let i={"min-height":`calc(${n}lh + 12px)`,"max-height":a===null?null:`calc(${a}lh + 12px)`};return u`<textarea
    class=${r}
    id=${e.id}
    data-field=${e.name}
    data-path=${e.path}
    rows=${n}
    .defaultValue=${o}
    placeholder=${J(t,"placeholder")||f}
    maxlength=${Nf}
    autocomplete="off"
    aria-label=${e.label}
    aria-invalid=${e.invalid}
    aria-describedby=${e.describedBy}
    ?required=${P(t,"required")}
    ?disabled=${e.disabled}
    @focus=${P(t,"autoSelect")?If:f}
    ${se({...s,...i})}
  ></textarea>`}function Bf(t,e,{style:r,size:o}){let{editable:n}=t.fields,a={...t,fields:$(n)?n:{},children:[]},s=qe(a,e),[i,l]=[Re(t),`editable text ${o}`],d=ke(t,"minLines",1,ga)??1,c=d>1||i.includes(`
`)||(ke(t,"maxLines",1,ga)??1)>1;return u`<div class="field">
    ${c?Df(a,s,{classes:`${l} growing`,value:i,rows:d,most:null,style:r}):Lf(a,s,{type:"text",classes:l,value:i,style:r})}
    ${s.problem}
  </div>`}function Ff(t,e){let r=qe(t,e);return u`<div class="field">
    <input
      type="date"
      class="control ${at(t)}"
      id=${r.id}
      data-field=${r.name}
      data-path=${r.path}
      value=${ua(t,"defaultValue")}
      min=${ua(t,"min")||f}
      max=${ua(t,"max")||"9999-12-31"}
      pattern=${M0}
      placeholder=${e.words("element.widget.day_form")}
      aria-label=${r.label}
      aria-invalid=${r.invalid}
      aria-describedby=${r.describedBy}
      ?required=${P(t,"required")}
      ?disabled=${r.disabled}
      @change=${o=>{let{value:n}=o.currentTarget;(n===""||Number.parseInt(n,10)>=R0)&&jt(o,t,e)}}
    />${r.problem}
  </div>`}var Uf=50;function Hf(t,e){return hl(t,e,z(t,"direction",["row","col"])??"col")}function zf(t,e){return hl(t,e,"row")}function Wf(t,e){return hl(t,e,"col")}function hl(t,e,r){let o={...Jt(t),...qr(t),...Tt(t)};return u`<div class=${r} data-scheme=${pa(t.fields.background)??f} ${se(o)}>
    ${e.children(t.children)}
  </div>`}function qf(t){return u`<div class="spacer" ${se({"flex-basis":Ce(t.fields.minSize)})}></div>`}function Gf(t){let e=st(t.fields.spacing),r={"border-top-width":Ce(t.fields.size),"border-top-color":Ge(t.fields.color,"edge"),"margin-top":e,"margin-bottom":e};return u`<hr class=${P(t,"flush")?"flush":""} ${se(r)} />`}function Kf(t,e){return u`<div class="col appearing">${e.children(t.children)}</div>`}function Vf(t,e){return u`<div class="wide" tabindex="0" role="group" aria-label=${e.words("element.widget.table")}>
    <table>
      <tbody>
        ${e.children(t.children,O0)}
      </tbody>
    </table>
  </div>`}function O0(t,{type:e}){return e==="Table.Row"?t:u`<tr>
        <td>${t}</td>
      </tr>`}function Xf(t,e){let r=P(t,"header");return u`<tr>
    ${e.children(t.children,(o,n)=>N0(o,n,r))}
  </tr>`}function N0(t,e,r){if(e.type!=="Table.Cell")return u`<td>${t}</td>`;let o={columns:ke(e,"colSpan",1,Uf)??f,rows:ke(e,"rowSpan",1,Uf)??f},n={width:Ce(e.fields.width),"text-align":z(e,"align",["start","center","end"]),"vertical-align":$0(e),...Qt("padding",e.fields.padding)},a=z(e,"colSize",["xs","sm","md","lg","xl"]),s=a===null?"":`col-${a}`;return r?u`<th class=${s} scope="col" colspan=${o.columns} rowspan=${o.rows} ${se(n)}>${t}</th>`:u`<td class=${s} colspan=${o.columns} rowspan=${o.rows} ${se(n)}>${t}</td>`}function $0(t){let e=z(t,"vAlign",["start","center","end"]);return e&&{start:"top",center:"middle",end:"bottom"}[e]}function Zf(t,e){return u`${e.children(t.children)}`}var L0=200,Yf=500,jf=8,I0=new Set(["Text","Title","Caption","Badge","Icon","Box","Row","Col","Spacer","Divider","Transition"]);function Jf(t,e){let{host:r,path:o,words:n}=e,a=t.fields.limit==="auto"?jf:ke(t,"limit",1,Yf)??Yf,s=Math.max(a,r.shownCount(o)),i=t.children.length-s;return u`<div class="card list" data-scheme=${Gr(t)}>
    ${ha(t)}
    <ul>
      ${e.children(t.children.slice(0,s),D0)}
    </ul>
    ${i>0?u`<button
            type="button"
            class="button ghost tone-secondary more"
            @click=${l=>P0(l,r.showMore(o,s+Math.max(a,jf)))}
          >
            ${n("element.widget.more",{count:String(i)})}
          </button>`:f}
  </div>`}async function P0(t,e){let r=t.currentTarget.parentElement?.querySelectorAll(":scope > ul > li"),o=r?.length??0,n=r?.[0]?.parentElement;await e;let a=n?.children[o];(a?.querySelector(".cover")??a)?.focus()}function D0(t){return u`<li tabindex="-1">${t}</li>`}function Qf(t,e){let{host:r,path:o}=e,n=rt(t,"onClickAction"),a={gap:st(t.fields.gap),"align-items":ma(t.fields.align)},s=Ot(t.children.map(em)).replace(/\s+/g," ").slice(0,L0),i=n!==null&&!t.children.some(tm);return u`<div class=${n===null?"item":"item active"}>
    ${n===null?f:(d=>u`<button
      type="button"
      class="cover"
      data-path=${o}
      aria-label=${s||J(t)||d.type}
      aria-busy=${r.isWorking(o)}
      aria-disabled=${r.blocked}
      ?disabled=${r.isLocked(o)}
      @click=${()=>r.request({path:o,action:d,loading:"self",form:null})}
    ></button>`)(n)}
    <div class="row" aria-hidden=${i?"true":f} ${se(a)}>${e.children(t.children)}</div>
    ${r.isWorking(o)?Wr:f}
  </div>`}function em({fields:t,children:e}){return{...t,children:e.map(em)}}function tm({type:t,fields:e,children:r}){return!I0.has(t)||typeof e.editable=="object"||r.some(tm)}var rm=["xs","sm","md","lg","xl"],B0=["sm","md","lg","xl","2xl","3xl","4xl","5xl"],gl=100;function om(t,e){let r={...xa(t),width:Ce(t.fields.width),"min-height":F0(t)},o=z(t,"size",rm)??"md",{editable:n}=t.fields;if(typeof n=="object"&&n!==null)return Bf(t,e,{style:r,size:o});let a=["text",o,P(t,"italic")&&"italic",P(t,"lineThrough")&&"struck",xl(t)];return u`<div class=${a.filter(Boolean).join(" ")} ${se(r)}>${Re(t)}</div>`}function nm(t){let e=z(t,"size",B0)??"md",r=Re(t);return r===""?f:u`<h3 class="title t-${e} ${xl(t)}" ${se(xa(t))}>${r}</h3>`}function am(t){let e=z(t,"size",["sm","md","lg"])??"md";return u`<div class="caption c-${e} ${xl(t)}" ${se(xa(t))}>${Re(t)}</div>`}function sm(t,{host:e,form:r}){let o=J(t,"fieldName"),n=e.fieldId(r,o),a=z(t,"size",rm)??"sm";return u`<label
    class="label ${a}"
    id=${e.claimed(`${n}-label`)??f}
    for=${n}
    ${se(xa(t))}
    >${Re(t)}</label
  >`}function im(t){let e=z(t,"color",["success","danger","warning","info","discovery"])??"secondary",r=z(t,"variant",["solid","soft","outline"])??"soft",o=z(t,"size",["sm","md","lg"])??"sm",n=P(t,"pill")?"pill":"";return u`<span class="badge tone-${e} ${r} b-${o} ${n}">${J(t)}</span>`}function lm(t,{words:e}){return u`<agentnook-markdown
    .text=${Re(t)}
    .streaming=${P(t,"streaming")}
    .words=${e}
  ></agentnook-markdown>`}function xa(t){let e=z(t,"weight",["normal","medium","semibold","bold"]),r=ke(t,"maxLines",1,gl);return{color:Ge(t.fields.color,"text"),"font-weight":e&&(e==="normal"?"var(--weight)":"var(--weight-strong)"),"text-align":z(t,"textAlign",["start","center","end"]),"-webkit-line-clamp":r===null?null:String(r)}}function F0(t){let e=ke(t,"minLines",1,gl);return e===null?null:`${e}lh`}function xl(t){return ke(t,"maxLines",1,gl)!==null?"clamped":P(t,"truncate")?"truncated":""}var U0=new Map([["Badge",im],["Basic",Ef],["Box",Hf],["Button",af],["Caption",am],["Card",yf],["Chart",Rf],["Checkbox",_f],["Col",Wf],["DatePicker",Ff],["Divider",Gf],["Form",wf],["Icon",Tf],["Image",Af],["Input",$f],["Label",sm],["ListView",Jf],["ListViewItem",Qf],["Markdown",lm],["RadioGroup",Cf],["Row",zf],["Select",Sf],["Spacer",qf],["Table",Vf],["Table.Cell",Zf],["Table.Row",Xf],["Text",om],["Textarea",Pf],["Title",nm],["Transition",Kf]]),dm=(t,e)=>(U0.get(t.type)??Mf)(t,e);var cm=A`
  [data-scheme] {
    color: var(--text);
  }
  [data-scheme='light'] {
    color-scheme: light;
    --surface: #ffffff;
    --raised: #ffffff;
    --sunken: #f6f7f8;
    --text: #17191c;
    --muted: #5a626c;
    --line: #e4e7eb;
    --edge: #7c858f;
    --accent: #0b6e69;
    --on-accent: #ffffff;
    --accent-tint: #e3f2f1;
    --hover: #eef0f2;
    --danger: #b3261e;
    --warning: #8a5300;
    --good: #1b6e3c;
    --code-comment: #5f6873;
    --code-keyword: #7a3e9d;
    --code-string: #1f6b35;
    --code-name: #8a4b00;
    --code-title: #1d5c9e;
  }
  [data-scheme='dark'] {
    color-scheme: dark;
    --surface: #17191c;
    --raised: #1f2226;
    --sunken: #121417;
    --text: #eceef1;
    --muted: #a0a8b2;
    --line: #2c3036;
    --edge: #7c858f;
    --accent: #5fd0c8;
    --on-accent: #0c1f1e;
    --accent-tint: #16312f;
    --hover: #2a2e33;
    --danger: #ffb4ab;
    --warning: #f2c06b;
    --good: #8bd6a2;
    --code-comment: #99a2ad;
    --code-keyword: #d2a8f0;
    --code-string: #93d5a2;
    --code-name: #f0bb80;
    --code-title: #8cc0f5;
  }
`;var um=A`
  :host {
    display: block;
    max-width: 100%;
  }
  .widget,
  .row,
  .col,
  .field,
  .form {
    min-width: 0;
    max-width: 100%;
  }
  .row,
  .col {
    display: flex;
    gap: 8px;
    border-radius: inherit;
  }
  .row {
    align-items: center;
  }
  .col {
    flex-direction: column;
  }
  .row > .col,
  .row > .text,
  .row > .title,
  .row > .field {
    flex: 0 1 auto;
  }
  .row > * {
    min-width: 0;
  }
  .row > .col:has(.control, .title, .text) {
    flex-grow: 1;
  }
  .basic,
  .form {
    gap: 12px;
    margin: 0;
  }
  .appearing {
    animation: appear var(--appear);
  }
  .spacer {
    flex: 1 1 0;
    align-self: stretch;
  }
  hr {
    align-self: stretch;
    width: 100%;
    margin: 4px 0;
    border: 0 solid var(--line);
    border-top-width: 1px;
  }
  .card > .body > hr.flush,
  .card > .body > img.flush {
    width: calc(100% + 32px);
    max-width: none;
    margin-inline: -16px;
  }

  /* What holds a widget. */
  .card {
    box-sizing: border-box;
    max-width: 100%;
    margin: 0;
    padding: 16px;
    overflow: hidden auto;
    border: 1px solid var(--line);
    border-radius: var(--radius-card);
    background-color: var(--raised);
  }
  .card.size-sm {
    width: 360px;
  }
  .card.size-md {
    width: 480px;
  }
  .card.size-lg {
    width: 600px;
  }
  .body {
    gap: 12px;
  }
  .body[hidden] {
    display: none;
  }
  .status {
    display: flex;
    gap: 8px;
    align-items: center;
    margin-bottom: 12px;
    color: var(--muted);
    font-size: var(--label-size);
    line-height: var(--label-line);
    overflow-wrap: anywhere;
  }
  .status svg,
  .status img {
    flex: none;
    width: 16px;
    height: 16px;
  }
  .footer {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    justify-content: flex-end;
    margin-top: 16px;
  }
  .list {
    width: 480px;
    padding: 4px;
  }
  .list .status {
    margin: 8px 12px;
  }
  .list ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .list li + li {
    border-top: 1px solid var(--line);
  }
  .list li:focus-visible {
    outline-offset: -2px;
    border-radius: var(--radius);
  }
  .item {
    position: relative;
    display: flex;
    gap: 8px;
    align-items: center;
    padding: 10px 12px;
    border-radius: var(--radius);
  }
  .item > .row {
    flex: 1;
  }
  .item.active > .row {
    position: relative;
    pointer-events: none;
  }
  .item.active > .row :is(a, button, input, select, textarea, label) {
    pointer-events: auto;
  }
  .cover {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    border: 0;
    border-radius: inherit;
    background: none;
  }
  .cover:focus-visible {
    outline-offset: -2px;
  }
  @keyframes appear {
    from {
      opacity: 0;
    }
  }
`;var ba=class{words=e=>e;announcement="";#e;#t=null;#r=!1;#o=null;#n=new Map;#a=new Map;#s=new Map;#i=new Map;#l=new Set;#c=new Map;#d=`field-${crypto.randomUUID()}`;#p=new Set;#u=new Set;constructor(e){this.#e=e}get blocked(){return this.#r||this.#o!==null}get workingPath(){return this.#o?.request.path??null}update(e,r){this.#p.clear(),e!==this.#t&&(this.#t=e,this.#u=new Set(pm(e)),this.#a.clear()),this.#r=r}doWhatWaits(){let[e]=this.#n.values();this.blocked||e===void 0||(this.#n.delete(e.path),this.request(e))}request(e,{checked:r=!1,waits:o=!1}={}){if(this.isLocked(e.card?.path??e.path))return;if(this.blocked)return void(o&&this.#n.set(e.path,e));if(r&&e.form!==null&&!this.#f(e.form))return;let{action:n,form:a,field:s}=e,i=a===null?da(s?[s]:[]):tf(a),l=n.loading==="auto"?e.loading:n.loading,d={request:e,loading:l,root:this.#t};this.#o=d,this.#e.changed(),this.#e.act({action:{type:n.type,payload:nf(n.payload,i)},handler:n.handler,streaming:n.streaming,done:c=>this.#m(d,c)})}recheck(e,r){r&&this.#s.delete(e)&&this.#e.changed()}isWorking(e){return this.#o!==null&&this.#o.loading!=="none"&&this.#o.request.path===e}isLocked(e){let r=o=>e===o||e.startsWith(`${o}/`);return this.#o?.loading==="container"||[...this.#a.keys()].some(r)}isTaken(e,r){return this.#a.get(e)===r}problemAt(e){return this.#s.get(e)??null}fieldId(e,r){let o=`${e?.path??""} ${r}`,n=this.#c.get(o)??`${this.#d}-${this.#c.size}`;return this.#c.set(o,n),n}claimed(e){return this.#p.has(e)?null:(this.#p.add(e),e)}hasLabel(e){return this.#u.has(e)}shownCount(e){return this.#i.get(e)??0}async showMore(e,r){return this.#i.set(e,r),this.#e.changed()}isUnfolded(e){return this.#l.has(e)}unfold(e,r){r?this.#l.add(e):this.#l.delete(e),this.#e.changed()}#f(e){let r=of(e);this.#s=new Map([...r].map(([n,{sentence:a}])=>[n,a]));let[o]=r.values();return this.announcement=o===void 0?"":this.words("element.widget.problems",{count:String(r.size)}),this.#e.changed(),o?.control.focus(),o===void 0}#m(e,r){if(this.#o!==e)return;this.#o=null;let{card:o}=e.request;r&&e.loading!=="none"&&e.root===this.#t&&o!==void 0&&this.#a.set(o.path,o.action),this.#e.changed()}};function pm({type:t,fields:e,children:r}){return[...t==="Label"?[_(e.fieldName)]:[],...r.flatMap(pm)]}var bl=class extends F{static properties={root:{attribute:!1},itemId:{attribute:!1},words:{attribute:!1},busy:{type:Boolean}};static styles=[K,cm,um,Yp,jp];#e=new ba({changed:()=>(this.requestUpdate(),this.updateComplete),act:e=>this.dispatchEvent(new CustomEvent("act",{detail:e}))});#t=null;#r=null;constructor(){super(),this.itemId="",this.busy=!1}willUpdate(){this.#t=this.shadowRoot?.activeElement??null,this.#e.words=this.words,this.#e.update(this.root,this.busy)}render(){return u`<div class="widget" @input=${this.#o} @change=${this.#o}>
        ${new la(this.#e,dm).children([this.root])}
      </div>
      <p class="visually-hidden" role="status">${this.#e.announcement}</p>`}updated(){this.#n(),this.#e.doWhatWaits()}#o({target:e}){let r=e;this.#e.recheck(zr(r),r.validity?.valid??!0)}#n(){let e=this.#t,r=this.#e.workingPath;e instanceof HTMLElement&&e.matches(":disabled")&&r!==null?(this.#r=e,this.#a(r)?.focus({preventScroll:!0})):e instanceof HTMLElement&&e.isConnected&&this.shadowRoot?.activeElement===null&&e.focus({preventScroll:!0}),r===null&&this.#r!==null&&(e?.matches("button")&&!this.#r.matches(":disabled")&&this.#r.focus({preventScroll:!0}),this.#r=null)}#a(e){return[...this.renderRoot.querySelectorAll("button[data-path]")].find(o=>o.dataset.path===e)??null}};customElements.define("agentnook-widget",bl);var H0=2e3,yl=class extends F{static properties={words:{attribute:!1},copied:{attribute:!1},feedback:{type:Boolean},retry:{type:Boolean},given:{attribute:!1},told:{state:!0}};static styles=[K,A`
      :host {
        display: flex;
        gap: 2px;
      }
      button {
        border-color: transparent;
        background: none;
        color: var(--muted);
      }
      button svg {
        width: 16px;
        height: 16px;
      }
      button:hover:not(:disabled),
      button[aria-pressed='true'] {
        color: var(--text);
      }
      button[aria-pressed='true'] svg {
        fill: var(--accent-tint);
        stroke: var(--accent);
      }
      .again {
        /* Nothing can be asked again while an answer is being written; the list says so to all of its rows at once. */
        visibility: var(--asking-again, visible);
      }
    `];#e;constructor(){super(),this.copied=null,this.feedback=!1,this.retry=!1,this.given=null,this.told=!1}disconnectedCallback(){super.disconnectedCallback(),clearTimeout(this.#e),this.told=!1}render(){return u`${this.copied===null?f:this.#r(this.copied)}
      ${this.feedback?[this.#o("positive"),this.#o("negative")]:f}
      ${this.retry?this.#t("element.answer_again",uc,()=>this.dispatchEvent(new CustomEvent("again")),"again"):f}
      <span class="visually-hidden" role="status">${this.told?this.words("element.copied"):""}</span>`}#t(e,r,o,n=""){let a=this.words(e);return u`<button type="button" class="icon ${n}" aria-label=${a} title=${a} @click=${o}>
      ${r}
    </button>`}#r(e){let r=()=>{this.#a(e())};return this.told?this.#t("element.copied",kn,r):this.#t("element.copy",cc,r)}#o(e){let r=this.words(`element.feedback.${e}`);return u`<button
      type="button"
      class="icon"
      aria-label=${r}
      aria-pressed=${this.given===e}
      title=${r}
      @click=${()=>this.#n(e)}
    >
      ${e==="positive"?fc:mc}
    </button>`}#n(e){this.given!==e&&this.dispatchEvent(new CustomEvent("feedback",{detail:e}))}async#a(e){this.told=await Mn(e),clearTimeout(this.#e),this.#e=setTimeout(()=>{this.told=!1},H0)}};customElements.define("agentnook-actions",yl);function fm({parts:t}){return Ir(t.flatMap(({annotations:e})=>e))}function mm(t,e){return t.length===0?f:u`<ol class="sources" aria-label=${e.words("element.sources")}>
    ${t.map(r=>u`<li>${wl(r,e)}</li>`)}
  </ol>`}function wl(t,e){let r=t.title||t.url||"";return t.kind==="url"&&t.url!==null?u`<a href=${t.url} target="_blank" rel="noopener noreferrer" title=${t.url} dir="auto"
      >${r}</a
    >`:t.kind==="entity"?gm(t,e):xm(Sn,r,t.description)}function hm(t,e){let r={id:t.id,icon:null,label:null,interactive:t.interactive,data:t.data},o={kind:"entity",title:t.text,description:null,url:null,group:t.group,entity:r};return gm(o,e)}function gm(t,{wish:e}){let{entity:r,title:o,description:n}=t,a=(r?.icon?te(r.icon,14):null)??gc;return r?.interactive!==!0?xm(a,o,n):u`<button
    type="button"
    class="chip"
    title=${n??f}
    @click=${()=>e("entity",{source:t})}
  >
    ${a}<span class="name" dir="auto">${o}</span>
  </button>`}function xm(t,e,r){return u`<span class="chip" title=${r??f}
    >${t}<span class="name" dir="auto">${e}</span></span
  >`}function bm(t,e,r,o){return u`<article class="row answer">
    <span class="visually-hidden">${r.words("element.agent_said",{agent:r.agentLabel})}</span>
    ${z0(t,e,r,o)} ${e.turn===null?f:K0(e.turn,r)}
  </article>`}function z0(t,e,r,o){switch(t.type){case"assistant_message":return W0(t,e.live,r);case"widget":return q0(t,r,o);case"generated_image":return G0(t,e.live,r)}}function W0(t,e,r){let o=t.parts.length-1,n=fm(t);return u`${t.parts.map(({text:a,annotations:s},i)=>u`<agentnook-markdown
          .text=${a}
          .annotations=${s}
          .sources=${n}
          .streaming=${e&&i===o}
          .words=${r.words}
          @entity=${l=>r.wish("entity",l.detail)}
        ></agentnook-markdown>`)}
    ${e?f:mm(n,r)}`}function q0(t,{words:e,wish:r},o){return u`<agentnook-widget
    .root=${t.root}
    .itemId=${t.id}
    .words=${e}
    .busy=${o}
    @act=${n=>r("act",{...n.detail,itemId:t.id})}
  ></agentnook-widget>`}function G0(t,e,{words:r}){let o=it(t.url??"",document.baseURI);return o.kind==="picture"?u`<img class="generated" src=${o.url} alt=${r("element.image")} decoding="async" />`:o.kind==="link"?u`<a class="chip" href=${o.url} target="_blank" rel="noopener noreferrer"
      >${Tr}${r("element.image.open")}</a
    >`:!e&&t.progress===null?u`<p class="quiet">${r("element.image.missing")}</p>`:u`<div class="generated pending">
    ${Tr}
    <progress aria-label=${r("element.image.progress")} max="1" value=${t.progress??f}></progress>
  </div>`}function K0({entries:t,askedBy:e,latest:r,verdict:o},{words:n,actions:a,wish:s}){let i=t.flatMap(l=>l.type==="notice"?[]:[l.id]);return u`<agentnook-actions
    class=${r?"latest":""}
    .words=${n}
    .copied=${Ci(t)===""?null:()=>Ci(t)}
    .feedback=${a.feedback}
    .given=${o}
    .retry=${a.retry&&e!==null}
    @feedback=${l=>s("feedback",{itemIds:i,kind:l.detail})}
    @again=${()=>e!==null&&s("retry-item",{itemId:e})}
  ></agentnook-actions>`}var ym=A`
  :host {
    display: block;
    padding: 16px;
    border: 1px solid var(--line);
    border-radius: var(--radius-card);
    background: var(--raised);
  }
  form,
  dl {
    display: grid;
    gap: 16px;
    margin: 0;
  }
  fieldset {
    display: grid;
    gap: 4px;
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend,
  .free span,
  dt {
    padding: 0 0 4px;
    font-weight: var(--weight-strong);
    overflow-wrap: anywhere;
  }
  small {
    color: var(--muted);
    font-size: var(--label-size);
    line-height: var(--label-line);
    overflow-wrap: anywhere;
  }
  label {
    display: flex;
    gap: 8px;
    align-items: start;
    padding: 4px 0;
    overflow-wrap: anywhere;
    cursor: pointer;
  }
  label input {
    flex: none;
    width: 16px;
    height: 16px;
    margin: 4px 0;
    accent-color: var(--accent);
  }
  .free {
    flex-direction: column;
    align-items: stretch;
    gap: 4px;
    padding: 0;
    cursor: auto;
  }
  .own,
  textarea {
    width: 100%;
    min-height: 32px;
    padding: 4px 10px;
    border: 1px solid var(--edge);
    border-radius: var(--radius);
    background: var(--surface);
    color: inherit;
    font: inherit;
  }
  textarea {
    resize: vertical;
  }
  ::placeholder {
    color: var(--muted);
    opacity: 1;
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    justify-content: flex-end;
  }
  .main {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--on-accent);
  }
  .main:hover:not(:disabled) {
    background: var(--accent);
  }
  button:disabled {
    opacity: 0.6;
  }
  dd {
    margin: 0;
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }
  .quiet {
    color: var(--muted);
  }
  @media (pointer: coarse) {
    label {
      padding: 10px 0;
    }
    .own {
      min-height: 44px;
    }
  }
`;var wm={values:[],skipped:!0},vl=class extends F{static properties={words:{attribute:!1},item:{attribute:!1},busy:{type:Boolean},empty:{state:!0}};static styles=[K,ym];constructor(){super(),this.busy=!1,this.empty=!0}render(){let{status:e,questions:r}=this.item;return e!=="pending"?u`<dl>${r.map(o=>this.#o(o))}</dl>`:u`<form @submit=${this.#i} @input=${this.#s}>
      ${r.map(o=>this.#e(o))}
      <div class="buttons">
        <button type="button" ?disabled=${this.busy} @click=${this.#l}>${this.words("element.questions.skip")}</button>
        <button class="main" ?disabled=${this.busy||this.empty}>${this.words("element.questions.send")}</button>
      </div>
    </form>`}#e(e){if(e.options.length===0)return this.#t(e);let{id:r,options:o,multiple:n}=e;return u`<fieldset>
      <legend dir="auto">${e.question}</legend>
      ${this.#r(e)}
      ${o.map(a=>u`<label dir="auto">
          <input type=${n?"checkbox":"radio"} name=${r} value=${a} @click=${this.#a} />${a}
        </label>`)}
      <input
        class="own"
        type="text"
        name=${r}
        dir="auto"
        autocomplete="off"
        aria-label=${this.words("element.questions.own")}
        placeholder=${this.words("element.questions.own")}
        data-alone=${n?f:""}
        @input=${this.#n}
      />
    </fieldset>`}#t(e){return u`<label class="free">
      <span dir="auto">${e.question}</span>
      ${this.#r(e)}
      <textarea name=${e.id} rows="2" dir="auto"></textarea>
    </label>`}#r({description:e}){return e===null?f:u`<small dir="auto">${e}</small>`}#o({question:e,answer:r}){let o=r?.skipped===!0?[]:r?.values??[];return u`<div>
      <dt dir="auto">${e}</dt>
      ${o.length===0?u`<dd class="quiet">${this.words("element.questions.skipped")}</dd>`:o.map(n=>u`<dd dir="auto">${n}</dd>`)}
    </div>`}#n({currentTarget:e}){let r=e;if(!(!("alone"in r.dataset)||r.value===""))for(let o of vm(r,'input[type="radio"]'))o.checked=!1}#a({currentTarget:e}){for(let r of vm(e,"[data-alone]"))r.value=""}#s(){this.empty=this.#d().every(([,{skipped:e}])=>e)}#i(e){e.preventDefault(),!this.empty&&!this.busy&&this.#c({status:"answered",answers:Object.fromEntries(this.#d())})}#l(){let e=this.item.questions.map(({id:r})=>[r,wm]);this.#c({status:"skipped",answers:Object.fromEntries(e)})}#c(e){this.dispatchEvent(new CustomEvent("answer",{detail:e}))}#d(){let e=this.renderRoot.querySelector("form"),r=e===null?new FormData:new FormData(e);return this.item.questions.map(({id:o})=>{let a=r.getAll(o).map(s=>String(s).trim()).filter(s=>s!=="");return[o,a.length===0?wm:{values:a,skipped:!1}]})}};function vm(t,e){return t.closest("fieldset")?.querySelectorAll(e)??[]}customElements.define("agentnook-questions",vl);function km({level:t,title:e,message:r},{words:o}){return u`<div class="row notice ${t}" role="note">
    ${t==="info"?fi:vn}
    <div class="about">
      ${t==="info"?f:u`<span class="visually-hidden">${o(`element.notice.${t}`)}</span>`}
      ${e===null?f:u`<strong dir="auto">${e}</strong>`}
      <agentnook-markdown .text=${r} .words=${o}></agentnook-markdown>
    </div>
  </div>`}function Em({text:t},{words:e,agentLabel:r}){return t===""?u`<div class="row line">${fi}<span>${e("element.unknown_item")}</span></div>`:u`<article class="row">
    <span class="visually-hidden">${e("element.agent_said",{agent:r})}</span>
    <div class="text" dir="auto">${t}</div>
  </article>`}var V0=1500,Sm=18;function _m(t,e){let{words:r}=e;return u`<article class=${t.id===Ie?"row user unsent":"row user"}>
    <span class="visually-hidden">${r("element.you_said")}</span>
    ${t.attachments.length===0?f:j0(t.attachments,e)}
    <div class="said">
      <div class="bubble">
        ${t.quotedText===null?f:u`<blockquote dir="auto">${t.quotedText}</blockquote>`}
        ${X0(t.text)?Z0(t,e):Cm(t.parts,e)}
      </div>
      <agentnook-actions .words=${r} .copied=${()=>t.text}></agentnook-actions>
    </div>
  </article>`}function X0(t){return t.length>V0||t.split(`
`,Sm+1).length>Sm}function Z0(t,e){let{words:r}=e;return u`<div class="folded">${Cm(t.parts,e)}</div>
    <button type="button" class="unfold" aria-expanded="false" @click=${o=>Y0(o,r)}>
      ${r("element.show_all")}
    </button>`}function Y0({currentTarget:t},e){let r=t,o=r.previousElementSibling?.classList.toggle("open")===!0;r.ariaExpanded=String(o),r.textContent=e(o?"element.show_less":"element.show_all")}function Cm(t,e){let r=t.map(o=>o.type==="text"?o.text:hm(o,e));return u`<div class="text" dir="auto">${r}</div>`}function j0(t,{words:e}){return u`<ul class="attachments" aria-label=${e("element.attachments")}>
    ${t.map(r=>u`<li>${J0(r)}</li>`)}
  </ul>`}function J0({name:t,previewUrl:e}){let r=it(e??"",document.baseURI);return r.kind==="picture"?u`<img src=${r.url} alt=${t} title=${t} loading="lazy" decoding="async" />`:u`<span class="chip" title=${t}>${hc}<span class="name">${t}</span></span>`}function Tm(t,e=document.documentElement.lang||"en"){let r=t>=120,o={style:"unit",unit:r?"minute":"second",unitDisplay:"long"};return new Intl.NumberFormat(e,o).format(Math.max(1,Math.round(r?t/60:t)))}var Q0={custom:null,web_search:_n,thought:mi,file:Sn,image:Tr};function Mm(t,e,r){let o=(t.icon===null?null:te(t.icon,18))??(t.kind==="reasoning"?mi:En),n=u`<span class="name" dir="auto">${ev(t,e,r)}</span>`;return t.tasks.length===0?u`<div class="row line">${e?Vr():o}${n}</div>`:u`<details class="row work" ?open=${t.expanded}>
    <summary class="line">${e?Vr():o}${n}<span class="fold">${En}</span></summary>
    <ul class="tasks">
      ${t.tasks.map(a=>u`<li class="task">${$m(a,e,r)}</li>`)}
    </ul>
  </details>`}function Om({task:t},e,r){return u`<div class="row task">${$m(t,e,r)}</div>`}function Nm(t,e){let[r]=t;if(t.length===1&&r!==void 0)return u`<div class="row line">${Am(r,e)}</div>`;let o=t.every(({status:a})=>a==="completed"),n=e.words(o?"element.tools.done":"element.tools.asked",{count:String(t.length)});return u`<details class="row work">
    <summary class="line">
      ${o?wn:Cr}<span class="name">${n}</span><span class="fold">${En}</span>
    </summary>
    <ul class="tasks">
      ${t.map(a=>u`<li class="line">${Am(a,e)}</li>`)}
    </ul>
  </details>`}function Vr(){return u`<span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>`}function Am(t,{words:e}){let r=t.status==="completed",o=e(r?"element.tool.done":"element.tool.asked",{tool:t.name.replaceAll("_"," ")});return u`${r?wn:Cr}<span class="name">${o}</span>`}function ev(t,e,{words:r}){if(t.title!==null)return t.title;if(t.durationSeconds!==null)return r("element.thought.for",{duration:Tm(t.durationSeconds)});let o=e?t.tasks.findLast(({title:n})=>n!==null)?.title:null;return o||(t.kind==="reasoning"?r(e?"element.thinking":"element.thought"):r(e?"element.progress.working":"element.work"))}function $m(t,e,r){let{content:o,queries:n,sources:a}=t;return u`${tv(t,e)}
    <div class="about">
      ${rv(t,r)}
      ${o===null||o===""?f:u`<agentnook-markdown
            .text=${o}
            .streaming=${e&&t.status==="loading"}
            .words=${r.words}
          ></agentnook-markdown>`}
      ${n.length===0?f:Rm("element.task.queries",n.map(nv),r)}
      ${a.length===0?f:Rm("element.sources",a.map(s=>wl(s,r)),r)}
    </div>
    ${av(t,e,r)}`}function tv(t,e){return e&&t.status==="loading"?Vr():(t.icon===null?null:te(t.icon,18))??Q0[t.kind]??(t.status==="complete"?wn:dc)}function rv(t,{words:e}){let r=t.title??(t.kind==="custom"||t.kind==="thought"?null:e(ov[t.kind]));return r===null?f:u`<span class="name" dir="auto">${r}</span>`}var ov={web_search:"element.task.web_search",file:"element.task.file",image:"element.task.image"};function nv(t){return u`<q dir="auto">${t}</q>`}function Rm(t,e,{words:r}){return u`<ul class="chips" aria-label=${r(t)}>
    ${e.map(o=>u`<li>${o}</li>`)}
  </ul>`}function av(t,e,{words:r}){if(t.status==="none"||t.status==="loading"&&!e)return f;let o=t.status==="complete"?"element.task.complete":"element.task.loading";return u`<span class="visually-hidden">${r(o)}</span>`}function Lm({entries:[{type:t}]}){return t==="widget"||t==="structured_input"}function Im(t,e,r){let[o]=t.entries;switch(o.type){case"user_message":return _m(o,e);case"assistant_message":case"widget":case"generated_image":return bm(o,t,e,r);case"client_tool_call":return Nm(t.entries.filter(n=>n.type==="client_tool_call"),e);case"workflow":return Mm(o,t.live,e);case"task":return Om(o,t.live,e);case"structured_input":return sv(o,e,r);case"notice":return km(o,e);case"other":return Em(o,e);case"end_of_turn":return f}}function sv(t,e,r){let{words:o,agentLabel:n,wish:a}=e;return u`<article class="row">
    <span class="visually-hidden">${o("element.agent_asks",{agent:n})}</span>
    <agentnook-questions
      .words=${o}
      .item=${t}
      .busy=${r}
      @answer=${s=>a("answer",{itemId:t.id,input:s.detail})}
    ></agentnook-questions>
  </article>`}var Pm=new Set(["assistant_message","widget","generated_image"]);function Dm({entries:[{type:t}]}){return Pm.has(t)}var ya=class{#e=new WeakMap;of(e,r,o){let n=iv(e),a=lv(n,r,o);return n.map((s,i)=>{let l=r&&i===n.length-1;return this.#t({key:s[0].id,entries:s,live:l,turn:a.get(i)??null})})}#t(e){let[r]=e.entries,o=this.#e.get(r);return o!==void 0&&cv(o,e)?o:(this.#e.set(r,e),e)}};function iv(t){let e=[];for(let r of t){if(r.type==="end_of_turn")continue;let o=e.at(-1);r.type==="client_tool_call"&&o?.[0].type===r.type?o.push(r):e.push([r])}return e}function lv(t,e,r){let o=new Map,n=null,a=0,s=-1;for(let i=0;i<=t.length;i+=1){let l=t[i]?.[0];if(l!==void 0&&l.type!=="user_message"){Pm.has(l.type)&&(s=i);continue}let d=i===t.length;if(s>=0&&!(d&&e)){let c=t.slice(a,i).flat();o.set(s,{entries:c,askedBy:n,latest:d,verdict:dv(c,r)})}n=l?.id??null,a=i+1,s=-1}return o}function dv(t,e){if(e.size===0)return null;let r=t.find(({id:o})=>e.has(o));return r===void 0?null:e.get(r.id)??null}function cv(t,e){return t.live===e.live&&Bm(t.entries,e.entries)&&uv(t.turn,e.turn)}function uv(t,e){return t===null||e===null?t===e:t.latest===e.latest&&t.askedBy===e.askedBy&&t.verdict===e.verdict&&Bm(t.entries,e.entries)}function Bm(t,e){return t.length===e.length&&t.every((r,o)=>r===e[o])}var Fm=A`
  :host {
    position: relative;
    display: block;
    min-height: 0;
  }
  :host([working]) {
    --asking-again: hidden;
  }
  .scroller {
    height: 100%;
    overflow: hidden auto;
    overflow-anchor: none;
    overscroll-behavior: contain;
    scrollbar-gutter: stable both-edges;
    scrollbar-width: thin;
    scrollbar-color: var(--edge) transparent;
    outline-offset: -2px;
  }
  .column {
    max-width: calc(var(--column) + 32px);
    min-height: 100%;
    margin: 0 auto;
    padding: 16px 0 24px;
  }
  .column > :not(.block) {
    margin: 8px 16px;
  }
  .block {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
    padding: 6px 16px;
    /* What is not drawn or skipped keeps the size it had, or until then the size that is usual. */
    contain-intrinsic-block-size: auto calc(var(--rows) * 110px);
  }
  .block.waiting {
    height: calc(var(--rows) * 110px);
  }
  .block.far {
    content-visibility: auto;
  }
  .skeleton {
    display: grid;
    gap: 12px;
  }
  .skeleton i {
    height: 12px;
    border-radius: 6px;
    background: var(--line);
  }
  .skeleton i:nth-child(1) {
    width: 38%;
    justify-self: end;
    height: 36px;
    border-radius: var(--radius-card);
    margin-bottom: 12px;
  }
  .skeleton i:nth-child(2) {
    width: 92%;
  }
  .skeleton i:nth-child(3) {
    width: 84%;
  }
  .skeleton i:nth-child(4) {
    width: 46%;
  }
  .earlier {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
    justify-content: center;
    color: var(--muted);
    font-size: var(--label-size);
    line-height: var(--label-line);
  }
  .to-end {
    position: absolute;
    left: 50%;
    bottom: 8px;
    display: inline-flex;
    gap: 6px;
    align-items: center;
    justify-content: center;
    border-radius: 16px;
    translate: -50%;
    box-shadow: var(--shadow);
  }
  @media (prefers-reduced-motion: no-preference) {
    .skeleton i {
      animation: breathe var(--breath, 1.4s) ease-in-out infinite;
    }
    .to-end {
      animation: appear var(--appear);
    }
  }
  @keyframes breathe {
    50% {
      opacity: 0.35;
    }
  }
  @keyframes appear {
    from {
      opacity: 0;
    }
  }
`;var wa=class{atEnd=!0;follows=!0;#e;#t;#r=null;#o=0;#n=null;#a=null;#s=null;constructor(e,r){this.#e=e,this.#t=r,e.addController(this)}get fromStart(){return this.#t()?.scrollTop??0}get firstBlock(){let e=this.#t();return e===null?null:zm(e)}get fromEnd(){let e=this.#t();return e===null?0:e.scrollHeight-e.scrollTop-e.clientHeight}follow(){this.atEnd=!0,this.#r="end",this.#e.requestUpdate()}toStart(){this.atEnd=!1,this.#r="start"}hold(e){let r=this.#t();r!==null&&(this.#a={row:e,top:Um(r,e)})}scrolled(){let e=this.#t();if(e===null)return;let{scrollTop:r}=e,o=this.atEnd&&this.follows&&r>=this.#o;this.#o=r,this.#n=Hm(e),this.#i(o||this.fromEnd<48)}hostUpdated(){let e=this.#t();e!==null&&(this.#r!==null&&this.#l(e),this.#d(e))}hostDisconnected(){this.#s?.disconnect(),this.#s=null}#i(e){e!==this.atEnd&&(this.atEnd=e,this.#e.requestUpdate())}#l(e){let r=this.#r;this.#r=null,r==="start"?e.scrollTop=0:r==="end"||this.atEnd&&this.follows&&this.#a===null?e.scrollTop=e.scrollHeight:this.#c(e),this.#o=e.scrollTop,(r!==null||this.#n?.row.isConnected!==!0)&&(this.#n=Hm(e))}#c(e){let r=this.#a??this.#n;if(r?.row.isConnected===!0){let o=Um(e,r.row)-r.top;Math.abs(o)>=1&&(e.scrollTop+=o)}this.#i(this.fromEnd<48)}#d(e){if(this.#s===null){this.#s=new ResizeObserver(()=>{this.#l(e),this.#a=null}),this.#s.observe(this.#e);for(let r of e.children)this.#s.observe(r)}}};function Um(t,e){return e.getBoundingClientRect().top-t.getBoundingClientRect().top}function zm(t){let e=t.querySelectorAll(".block");return Wm(e,t.getBoundingClientRect().top)}function Hm(t){let{top:e,bottom:r}=t.getBoundingClientRect(),o=zm(t),n=o;for(;n!==null&&n.childElementCount===0&&n.getBoundingClientRect().bottom<r;)n=n.nextElementSibling;let a=(n===null?null:Wm(n.children,e))??o;return a===null?null:{row:a,top:a.getBoundingClientRect().top-e}}function Wm(t,e){let r=0,o=t.length;for(;r<o;){let n=r+o>>1;(t[n]?.getBoundingClientRect().bottom??0)>e?o=n:r=n+1}return t[r]??null}var qm=1200,kl=class extends F{static properties={words:{attribute:!1},session:{attribute:!1},agentLabel:{},progress:{attribute:!1},actions:{attribute:!1},autoScroll:{attribute:!1},earlierFailed:{state:!0}};static styles=[K,Zp,Fm];#e=new wa(this,()=>this.#s);#t=new ya;#r=new sa;#o=new ia(()=>this.requestUpdate(),Xp);#n=null;#a=null;constructor(){super(),this.agentLabel="",this.progress=null,this.actions={feedback:!1,retry:!1},this.autoScroll=!0,this.earlierFailed=!1}disconnectedCallback(){super.disconnectedCallback(),this.#o.stop()}willUpdate(e){(e.has("words")||e.has("agentLabel")||e.has("actions"))&&(this.#n=null);let r=e.get("session");r!==void 0&&this.#l(r),this.#e.follows=this.session.conversation.later===null&&(this.autoScroll||!this.#i),this.toggleAttribute("working",this.#i)}render(){let{conversation:e,phase:r}=this.session,o=this.#t.of(e.entries,this.#i,this.session.feedback),n=this.#r.of(o);this.#o.plan(n);let a=this.#_(o);return u`<div
        class="scroller"
        role="log"
        aria-live="off"
        aria-label=${this.words("element.conversation")}
        aria-busy=${r!=="idle"}
        tabindex="0"
        @scroll=${this.#u}
        @click=${this.#x}
        @keydown=${this.#g}
      >
        <div class="column">
          ${e.earlier===null?f:this.#y()}
          ${r==="loading"&&o.length===0?this.#w():f}
          ${xt(n,({number:s})=>s,s=>this.#c(s,n))}
          ${o.length===0&&r==="idle"?u`<p class="quiet">${this.words("element.empty")}</p>`:f}
          ${this.#h()}
        </div>
      </div>
      ${this.#e.atEnd&&e.later===null?f:this.#v(a)}`}get#s(){return this.renderRoot.querySelector(".scroller")}get#i(){return this.session.phase!=="idle"&&this.session.phase!=="loading"}#l(e){let{conversation:r,loadingEarlier:o}=this.session,{threadId:n,entries:a,earlier:s,later:i}=r,l=e.conversation.threadId===n||e.conversation.threadId===null,d=a.at(-1)?.id===Ie&&e.conversation.entries.at(-1)?.id!==Ie,c=e.conversation.later===null&&i!==null,p=!l||c||!a.some(({id:m})=>m===e.conversation.entries[0]?.id);p&&this.#o.reset(),c?(this.#e.toStart(),this.#o.see(-1/0)):(d||p)&&this.#e.follow(),o?this.earlierFailed=!1:e.loadingEarlier&&(this.earlierFailed=s!==null&&s===e.conversation.earlier)}#c(e,r){let o=this.#o.isDrawn(e),n=o?this.#o.isFar(e,r)?"block far":"block":"block waiting";return u`<div class=${n} data-number=${e.number} style="--rows: ${e.rows.length}">
      ${o?this.#d(e):f}
    </div>`}#d({rows:e}){let r=this.#p(),o=n=>this.#i&&Lm(n);return ir([r,e.some(o),...e],()=>xt(e,n=>n.key,n=>ir([r,o(n),n],()=>Im(n,r,o(n)))))}#p(){let{words:e,agentLabel:r,actions:o}=this,n=(a,s)=>this.dispatchEvent(new CustomEvent(a,{detail:s}));return this.#n??={words:e,agentLabel:r,actions:o,wish:n},this.#n}#u(){this.#e.scrolled();let{atEnd:e,fromStart:r,fromEnd:o,firstBlock:n}=this.#e;this.#o.see(e?1/0:Number(n?.dataset.number));let{conversation:a,loadingLater:s}=this.session;r<qm&&!e&&!this.earlierFailed&&this.#m(),o<qm&&a.later!==null&&!s&&this.#f("later")}#f(e){this.dispatchEvent(new CustomEvent(e))}#m(){let{conversation:e,loadingEarlier:r}=this.session;e.earlier!==null&&!r&&this.#f("earlier")}#x(e){let r=e.composedPath().filter(n=>n instanceof Element),o=r.find(n=>n.classList.contains("row"));o!==void 0&&r.some(n=>n.matches("summary, .unfold"))&&this.#e.hold(o)}#g(e){let{conversation:r,phase:o}=this.session;if(e.composedPath()[0]!==this.#s||o!=="idle")return;let n=e.key==="Home"&&r.earlier!==null?"start":"newest";n==="newest"&&(e.key!=="End"||r.later===null)||(e.preventDefault(),this.#f(n))}#b(){this.#s?.focus({preventScroll:!0}),this.session.conversation.later===null?this.#e.follow():this.#f("newest")}#h(){if(this.progress===null)return f;let{progressIcon:e}=this.session.conversation,r=e===null||this.progress===""?null:te(e);return u`<div class="line progress">${r} ${Vr()}<span class="name" dir="auto">${this.progress}</span></div>`}#w(){return u`<div class="skeleton">
      <i></i><i></i><i></i><i></i>
      <span class="visually-hidden">${this.words("element.loading")}</span>
    </div>`}#y(){let{loadingEarlier:e}=this.session,r=this.earlierFailed?u`<span>${this.words("element.earlier.failed")}</span>`:f;return u`<div class="earlier">
      ${r}
      <button type="button" aria-disabled=${e} @click=${this.#m}>
        ${this.words(e?"element.loading":this.earlierFailed?"element.retry":"element.earlier")}
      </button>
    </div>`}#v(e){let r=e===1?this.words("element.new_answer"):this.words("element.new_answers",{count:`${e}`}),o=this.words("element.to_end");return u`<button
      type="button"
      class=${e===0?"icon to-end":"to-end"}
      aria-label=${e===0?o:f}
      title=${o}
      @click=${this.#b}
    >
      ${ic}${e===0?f:r}
    </button>`}#_(e){this.#e.atEnd&&(this.#a=e.at(-1)?.key??null);let r=e.findLastIndex(({key:o})=>o===this.#a);return r<0?0:e.slice(r+1).filter(Dm).length}};customElements.define("agentnook-messages",kl);var El=class extends F{static properties={words:{attribute:!1},problem:{attribute:!1}};static styles=[K,A`
      :host {
        display: flex;
        align-items: center;
        gap: 8px;
        min-height: 56px;
        padding: 7px 11px 7px 15px;
        border: 1px solid var(--line);
        border-radius: var(--radius-card);
        background: var(--raised);
        font-size: var(--label-size);
        line-height: var(--label-line);
        animation: appear var(--appear);
      }
      svg {
        flex: none;
        color: var(--danger);
      }
      div {
        flex: 1;
        min-width: 0;
        overflow-wrap: anywhere;
      }
      small {
        display: block;
        color: var(--muted);
        font-size: inherit;
      }
      @keyframes appear {
        from {
          opacity: 0;
        }
      }
    `];render(){let{sentence:e,hint:r,retry:o}=this.problem;return u`${vn}
      <div>${e}${r===""?f:u`<small>${r}</small>`}</div>
      ${o?u`<button type="button" @click=${()=>this.dispatchEvent(new CustomEvent("retry"))}>
            ${this.words("element.retry")}
          </button>`:f}`}};customElements.define("agentnook-problem",El);var Sl=class extends F{static properties={greeting:{},prompts:{attribute:!1}};static styles=[K,A`
      :host {
        display: grid;
        align-content: center;
        justify-items: center;
        gap: 24px;
        min-height: 0;
        padding: 24px 16px;
        overflow: auto;
      }
      h1 {
        max-width: var(--column);
        margin: 0;
        font-size: var(--title-size);
        font-weight: var(--weight-strong);
        line-height: var(--title-line);
        text-align: center;
        overflow-wrap: anywhere;
        text-wrap: balance;
      }
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(220px, 100%), 1fr));
        gap: 8px;
        width: 100%;
        max-width: 520px;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      button {
        display: flex;
        align-items: center;
        gap: 8px;
        width: 100%;
        min-height: 44px;
        padding: 8px 16px;
        border-radius: var(--radius-card);
        font-size: var(--text-size);
        line-height: var(--text-line);
        text-align: start;
      }
      span {
        min-width: 0;
        overflow-wrap: anywhere;
      }
      svg {
        flex: none;
        color: var(--accent);
      }
    `];constructor(){super(),this.greeting="",this.prompts=[]}render(){return u`<h1>${this.greeting}</h1>
      <ul>
        ${this.prompts.map(e=>u`<li>
              <button type="button" @click=${()=>this.#e(e)}>
                ${e.icon===void 0?f:te(e.icon)??f}<span>${e.label}</span>
              </button>
            </li>`)}
      </ul>`}#e(e){this.dispatchEvent(new CustomEvent("choose",{detail:e}))}};customElements.define("agentnook-start",Sl);var _l=class extends F{static properties={words:{attribute:!1},deletedTitle:{attribute:!1}};static styles=[K,A`
      :host {
        display: block;
      }
      .bar {
        display: flex;
        align-items: center;
        gap: 8px;
        min-height: 44px;
        padding: 5px 5px 5px 15px;
        border: 1px solid var(--line);
        border-radius: var(--radius-card);
        background: var(--raised);
        font-size: var(--label-size);
        line-height: var(--label-line);
        animation: appear var(--appear);
      }
      .bar div {
        flex: 1;
        min-width: 0;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      button {
        flex: none;
        color: var(--accent);
        font-weight: var(--weight-strong);
      }
      @keyframes appear {
        from {
          opacity: 0;
        }
      }
    `];#e=!1;#t=!1;constructor(){super(),this.deletedTitle=null}willUpdate(){this.#e=this.shadowRoot?.activeElement?.localName==="button"}render(){let e=this.deletedTitle,r=e===null?"":this.words("element.undo.deleted",{title:e});return u`<div class=${e===null?"":"bar"}>
      <div role="status" title=${r}>${r}</div>
      ${e===null?f:this.#r()}
    </div>`}updated(){let e=this.deletedTitle===null&&!this.#t;this.#e&&e&&this.dispatchEvent(new CustomEvent("gone")),this.#t=!1}#r(){return u`<button type="button" @click=${this.#o}>${this.words("element.undo.undo")}</button>`}#o(){this.#t=!0,this.dispatchEvent(new CustomEvent("undo"))}};customElements.define("agentnook-undo",_l);var va=class extends Ao{static styles=[K,ed];render(){let{state:e}=this.session;return u`${this.historyOpen?this.#c():f}
      <main ?inert=${this.historyOpen&&this.narrow}>
        ${this.#t(e)} ${pv(e)?this.#r():this.#o(e)}
        <footer>
          ${this.historyOpen?f:this.#l()} ${this.#a()} ${this.#s(e)}
          ${this.#i()}
        </footer>
      </main>
      <div class="visually-hidden" role="status" aria-live="polite">${this.announcement}</div>`}focusText(){this.renderRoot.querySelector("agentnook-composer")?.focusText()}focusHistory(){this.#e?.focusFirst()}focusThreads(e){this.#e?.focusThread(e)}get#e(){return this.renderRoot.querySelector("agentnook-history")}#t({conversation:e}){let r=this.options?.header??{};return this.options===null||r.enabled===!1?f:u`<agentnook-header
      .words=${this.words}
      .option=${r}
      .threadTitle=${e.title??""}
      .withHistory=${this.withHistory}
      .historyOpen=${this.historyOpen}
      @history=${()=>{this.historyOpen?this.hideHistory():this.showHistory()}}
      @new=${()=>{this.openFromHistory(null)}}
    ></agentnook-header>`}#r(){if(this.options===null)return u`<div></div>`;let{greeting:e,prompts:r=[]}=this.options.startScreen??{};return u`<agentnook-start
      .greeting=${e??this.words("element.greeting")}
      .prompts=${r}
      @choose=${o=>{this.choosePrompt(fv(o.detail))}}
    ></agentnook-start>`}#o(e){let r=e.conversation.title??this.words("element.history.untitled");return u`<div class="visually-hidden">
        <h1>${this.options?.agentLabel||this.words("element.conversation")}</h1>
        <h2>${r}</h2>
      </div>
      ${this.#n(e)}`}#n(e){let{wishes:r,session:o}=this,{feedback:n=!1,retry:a=!1}=this.options?.threadItemActions??{};return u`<agentnook-messages
      .words=${this.words}
      .session=${e}
      .agentLabel=${this.options?.agentLabel??""}
      .progress=${Ud(e,this.serverState,this.words)}
      .actions=${ir([n,a],()=>({feedback:n,retry:a}))}
      .autoScroll=${this.options?.thread?.autoScroll??!0}
      @earlier=${()=>{o.loadEarlier()}}
      @later=${()=>{o.loadLater()}}
      @start=${()=>this.unlessBusy(o.jumpToStart())}
      @newest=${()=>this.unlessBusy(o.jumpToNewest())}
      @act=${s=>{r.act(s.detail)}}
      @answer=${s=>{r.answer(s.detail)}}
      @feedback=${s=>{r.feedback(s.detail)}}
      @retry-item=${s=>{r.retry(s.detail)}}
      @entity=${s=>r.entity(s.detail)}
    ></agentnook-messages>`}#a(){return this.problem===null?f:u`<agentnook-problem
      .words=${this.words}
      .problem=${this.problem}
      @retry=${()=>this.tryAgain()}
    ></agentnook-problem>`}#s(e){let{composer:r,options:o}=this;return u`<agentnook-composer
      .words=${this.words}
      .placeholder=${o?.composer?.placeholder??this.words("element.composer.label")}
      .value=${r.text}
      .reply=${r.reply}
      .tools=${r.tools}
      .tool=${r.tool}
      .models=${r.models}
      .model=${r.model}
      .entities=${o?.entities}
      .commands=${o?.commands}
      .wordOfTag=${this.wordOfTag}
      .busy=${e.phase!=="idle"&&e.phase!=="loading"}
      .stoppable=${e.conversation.allowCancel}
      .closedReason=${zd(e,this.words)}
      @write=${n=>this.changeComposer(()=>r.text=n.detail)}
      @send=${()=>{this.submit()}}
      @stop=${()=>{this.stop()}}
      @tool=${n=>this.changeComposer(()=>r.toolId=n.detail)}
      @model=${n=>this.changeComposer(()=>r.chooseModel(n.detail))}
      @unquote=${()=>this.changeComposer(()=>r.reply=null)}
      @search-failed=${n=>this.searchFailed(n.detail)}
    ></agentnook-composer>`}#i(){let{text:e="",highContrast:r=!1}=this.options?.disclaimer??{};return e===""?f:u`<small class=${r?"strong":""}>
      <agentnook-markdown .text=${e} .words=${this.words}></agentnook-markdown>
    </small>`}#l(){let{removed:e}=this.history.state,r=e===null?null:e.title??this.words("element.history.untitled");return u`<agentnook-undo
      .words=${this.words}
      .deletedTitle=${r}
      @undo=${()=>this.undoRemoval()}
      @gone=${()=>{this.focusAfterUndo()}}
    ></agentnook-undo>`}#c(){let{showDelete:e=!0,showRename:r=!0}=this.options?.history??{};return u`<agentnook-history
      role=${this.narrow?"dialog":"navigation"}
      aria-modal=${this.narrow?"true":f}
      aria-label=${this.words("element.history.title")}
      .words=${this.words}
      .history=${this.history.state}
      .currentId=${this.threadId}
      .locale=${this.options?.locale??navigator.language}
      .renamable=${r}
      .deletable=${e}
      .modal=${this.narrow}
      @choose=${o=>{this.openFromHistory(o.detail)}}
      @rename=${({detail:o})=>{this.history.rename(o.id,o.title)}}
      @remove=${o=>this.removeThread(o.detail)}
      @undo=${()=>this.undoRemoval()}
      @more=${()=>{this.history.readMore()}}
      @retry=${()=>{this.history.reload()}}
      @close=${()=>{this.hideHistory()}}
      >${this.#l()}</agentnook-history
    >`}};function pv({conversation:t,phase:e}){return t.entries.length===0&&e==="idle"}function fv({prompt:t}){return typeof t=="string"?io(t):{content:lr({content:t})}}customElements.define("agentnook-chat",va);export{va as AgentnookChat,hr as wordsFrom};
