var Y=globalThis,Q=Y.ShadowRoot&&(Y.ShadyCSS===void 0||Y.ShadyCSS.nativeShadow)&&"adoptedStyleSheets"in Document.prototype&&"replace"in CSSStyleSheet.prototype,xe=Symbol(),Fe=new WeakMap,q=class{constructor(e,t,s){if(this._$cssResult$=!0,s!==xe)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=e,this.t=t}get styleSheet(){let e=this.o,t=this.t;if(Q&&e===void 0){let s=t!==void 0&&t.length===1;s&&(e=Fe.get(t)),e===void 0&&((this.o=e=new CSSStyleSheet).replaceSync(this.cssText),s&&Fe.set(t,e))}return e}toString(){return this.cssText}},Ve=r=>new q(typeof r=="string"?r:r+"",void 0,xe),w=(r,...e)=>{let t=r.length===1?r[0]:e.reduce((s,n,i)=>s+(o=>{if(o._$cssResult$===!0)return o.cssText;if(typeof o=="number")return o;throw Error("Value passed to 'css' function must be a 'css' function result: "+o+". Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.")})(n)+r[i+1],r[0]);return new q(t,r,xe)},Je=(r,e)=>{if(Q)r.adoptedStyleSheets=e.map(t=>t instanceof CSSStyleSheet?t:t.styleSheet);else for(let t of e){let s=document.createElement("style"),n=Y.litNonce;n!==void 0&&s.setAttribute("nonce",n),s.textContent=t.cssText,r.appendChild(s)}},$e=Q?r=>r:r=>r instanceof CSSStyleSheet?(e=>{let t="";for(let s of e.cssRules)t+=s.cssText;return Ve(t)})(r):r;var{is:nr,defineProperty:ir,getOwnPropertyDescriptor:or,getOwnPropertyNames:ar,getOwnPropertySymbols:lr,getPrototypeOf:dr}=Object,Z=globalThis,Ke=Z.trustedTypes,hr=Ke?Ke.emptyScript:"",cr=Z.reactiveElementPolyfillSupport,D=(r,e)=>r,_e={toAttribute(r,e){switch(e){case Boolean:r=r?hr:null;break;case Object:case Array:r=r==null?r:JSON.stringify(r)}return r},fromAttribute(r,e){let t=r;switch(e){case Boolean:t=r!==null;break;case Number:t=r===null?null:Number(r);break;case Object:case Array:try{t=JSON.parse(r)}catch{t=null}}return t}},Xe=(r,e)=>!nr(r,e),Ge={attribute:!0,type:String,converter:_e,reflect:!1,useDefault:!1,hasChanged:Xe};Symbol.metadata??=Symbol("metadata"),Z.litPropertyMetadata??=new WeakMap;var C=class extends HTMLElement{static addInitializer(e){this._$Ei(),(this.l??=[]).push(e)}static get observedAttributes(){return this.finalize(),this._$Eh&&[...this._$Eh.keys()]}static createProperty(e,t=Ge){if(t.state&&(t.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(e)&&((t=Object.create(t)).wrapped=!0),this.elementProperties.set(e,t),!t.noAccessor){let s=Symbol(),n=this.getPropertyDescriptor(e,s,t);n!==void 0&&ir(this.prototype,e,n)}}static getPropertyDescriptor(e,t,s){let{get:n,set:i}=or(this.prototype,e)??{get(){return this[t]},set(o){this[t]=o}};return{get:n,set(o){let h=n?.call(this);i?.call(this,o),this.requestUpdate(e,h,s)},configurable:!0,enumerable:!0}}static getPropertyOptions(e){return this.elementProperties.get(e)??Ge}static _$Ei(){if(this.hasOwnProperty(D("elementProperties")))return;let e=dr(this);e.finalize(),e.l!==void 0&&(this.l=[...e.l]),this.elementProperties=new Map(e.elementProperties)}static finalize(){if(this.hasOwnProperty(D("finalized")))return;if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(D("properties"))){let t=this.properties,s=[...ar(t),...lr(t)];for(let n of s)this.createProperty(n,t[n])}let e=this[Symbol.metadata];if(e!==null){let t=litPropertyMetadata.get(e);if(t!==void 0)for(let[s,n]of t)this.elementProperties.set(s,n)}this._$Eh=new Map;for(let[t,s]of this.elementProperties){let n=this._$Eu(t,s);n!==void 0&&this._$Eh.set(n,t)}this.elementStyles=this.finalizeStyles(this.styles)}static finalizeStyles(e){let t=[];if(Array.isArray(e)){let s=new Set(e.flat(1/0).reverse());for(let n of s)t.unshift($e(n))}else e!==void 0&&t.push($e(e));return t}static _$Eu(e,t){let s=t.attribute;return s===!1?void 0:typeof s=="string"?s:typeof e=="string"?e.toLowerCase():void 0}constructor(){super(),this._$Ep=void 0,this.isUpdatePending=!1,this.hasUpdated=!1,this._$Em=null,this._$Ev()}_$Ev(){this._$ES=new Promise(e=>this.enableUpdating=e),this._$AL=new Map,this._$E_(),this.requestUpdate(),this.constructor.l?.forEach(e=>e(this))}addController(e){(this._$EO??=new Set).add(e),this.renderRoot!==void 0&&this.isConnected&&e.hostConnected?.()}removeController(e){this._$EO?.delete(e)}_$E_(){let e=new Map,t=this.constructor.elementProperties;for(let s of t.keys())this.hasOwnProperty(s)&&(e.set(s,this[s]),delete this[s]);e.size>0&&(this._$Ep=e)}createRenderRoot(){let e=this.shadowRoot??this.attachShadow(this.constructor.shadowRootOptions);return Je(e,this.constructor.elementStyles),e}connectedCallback(){this.renderRoot??=this.createRenderRoot(),this.enableUpdating(!0),this._$EO?.forEach(e=>e.hostConnected?.())}enableUpdating(e){}disconnectedCallback(){this._$EO?.forEach(e=>e.hostDisconnected?.())}attributeChangedCallback(e,t,s){this._$AK(e,s)}_$ET(e,t){let s=this.constructor.elementProperties.get(e),n=this.constructor._$Eu(e,s);if(n!==void 0&&s.reflect===!0){let i=(s.converter?.toAttribute!==void 0?s.converter:_e).toAttribute(t,s.type);this._$Em=e,i==null?this.removeAttribute(n):this.setAttribute(n,i),this._$Em=null}}_$AK(e,t){let s=this.constructor,n=s._$Eh.get(e);if(n!==void 0&&this._$Em!==n){let i=s.getPropertyOptions(n),o=typeof i.converter=="function"?{fromAttribute:i.converter}:i.converter?.fromAttribute!==void 0?i.converter:_e;this._$Em=n;let h=o.fromAttribute(t,i.type);this[n]=h??this._$Ej?.get(n)??h,this._$Em=null}}requestUpdate(e,t,s,n=!1,i){if(e!==void 0){let o=this.constructor;if(n===!1&&(i=this[e]),s??=o.getPropertyOptions(e),!((s.hasChanged??Xe)(i,t)||s.useDefault&&s.reflect&&i===this._$Ej?.get(e)&&!this.hasAttribute(o._$Eu(e,s))))return;this.C(e,t,s)}this.isUpdatePending===!1&&(this._$ES=this._$EP())}C(e,t,{useDefault:s,reflect:n,wrapped:i},o){s&&!(this._$Ej??=new Map).has(e)&&(this._$Ej.set(e,o??t??this[e]),i!==!0||o!==void 0)||(this._$AL.has(e)||(this.hasUpdated||s||(t=void 0),this._$AL.set(e,t)),n===!0&&this._$Em!==e&&(this._$Eq??=new Set).add(e))}async _$EP(){this.isUpdatePending=!0;try{await this._$ES}catch(t){Promise.reject(t)}let e=this.scheduleUpdate();return e!=null&&await e,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}performUpdate(){if(!this.isUpdatePending)return;if(!this.hasUpdated){if(this.renderRoot??=this.createRenderRoot(),this._$Ep){for(let[n,i]of this._$Ep)this[n]=i;this._$Ep=void 0}let s=this.constructor.elementProperties;if(s.size>0)for(let[n,i]of s){let{wrapped:o}=i,h=this[n];o!==!0||this._$AL.has(n)||h===void 0||this.C(n,void 0,i,h)}}let e=!1,t=this._$AL;try{e=this.shouldUpdate(t),e?(this.willUpdate(t),this._$EO?.forEach(s=>s.hostUpdate?.()),this.update(t)):this._$EM()}catch(s){throw e=!1,this._$EM(),s}e&&this._$AE(t)}willUpdate(e){}_$AE(e){this._$EO?.forEach(t=>t.hostUpdated?.()),this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(e)),this.updated(e)}_$EM(){this._$AL=new Map,this.isUpdatePending=!1}get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}shouldUpdate(e){return!0}update(e){this._$Eq&&=this._$Eq.forEach(t=>this._$ET(t,this[t])),this._$EM()}updated(e){}firstUpdated(e){}};C.elementStyles=[],C.shadowRootOptions={mode:"open"},C[D("elementProperties")]=new Map,C[D("finalized")]=new Map,cr?.({ReactiveElement:C}),(Z.reactiveElementVersions??=[]).push("2.1.2");var Se=globalThis,Ye=r=>r,ee=Se.trustedTypes,Qe=ee?ee.createPolicy("lit-html",{createHTML:r=>r}):void 0,Ce="$lit$",A=`lit$${Math.random().toFixed(9).slice(2)}$`,Ae="?"+A,ur=`<${Ae}>`,I=document,W=()=>I.createComment(""),B=r=>r===null||typeof r!="object"&&typeof r!="function",Te=Array.isArray,nt=r=>Te(r)||typeof r?.[Symbol.iterator]=="function",Ee=`[ 	
\f\r]`,z=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,Ze=/-->/g,et=/>/g,O=RegExp(`>|${Ee}(?:([^\\s"'>=/]+)(${Ee}*=${Ee}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),tt=/'/g,rt=/"/g,it=/^(?:script|style|textarea|title)$/i,ke=r=>(e,...t)=>({_$litType$:r,strings:e,values:t}),d=ke(1),_=ke(2),Kr=ke(3),x=Symbol.for("lit-noChange"),c=Symbol.for("lit-nothing"),st=new WeakMap,M=I.createTreeWalker(I,129);function ot(r,e){if(!Te(r)||!r.hasOwnProperty("raw"))throw Error("invalid template strings array");return Qe!==void 0?Qe.createHTML(e):e}var at=(r,e)=>{let t=r.length-1,s=[],n,i=e===2?"<svg>":e===3?"<math>":"",o=z;for(let h=0;h<t;h++){let a=r[h],p,g,l=-1,m=0;for(;m<a.length&&(o.lastIndex=m,g=o.exec(a),g!==null);)m=o.lastIndex,o===z?g[1]==="!--"?o=Ze:g[1]!==void 0?o=et:g[2]!==void 0?(it.test(g[2])&&(n=RegExp("</"+g[2],"g")),o=O):g[3]!==void 0&&(o=O):o===O?g[0]===">"?(o=n??z,l=-1):g[1]===void 0?l=-2:(l=o.lastIndex-g[2].length,p=g[1],o=g[3]===void 0?O:g[3]==='"'?rt:tt):o===rt||o===tt?o=O:o===Ze||o===et?o=z:(o=O,n=void 0);let u=o===O&&r[h+1].startsWith("/>")?" ":"";i+=o===z?a+ur:l>=0?(s.push(p),a.slice(0,l)+Ce+a.slice(l)+A+u):a+A+(l===-2?h:u)}return[ot(r,i+(r[t]||"<?>")+(e===2?"</svg>":e===3?"</math>":"")),s]},F=class r{constructor({strings:e,_$litType$:t},s){let n;this.parts=[];let i=0,o=0,h=e.length-1,a=this.parts,[p,g]=at(e,t);if(this.el=r.createElement(p,s),M.currentNode=this.el.content,t===2||t===3){let l=this.el.content.firstChild;l.replaceWith(...l.childNodes)}for(;(n=M.nextNode())!==null&&a.length<h;){if(n.nodeType===1){if(n.hasAttributes())for(let l of n.getAttributeNames())if(l.endsWith(Ce)){let m=g[o++],u=n.getAttribute(l).split(A),y=/([.?@])?(.*)/.exec(m);a.push({type:1,index:i,name:y[2],strings:u,ctor:y[1]==="."?re:y[1]==="?"?se:y[1]==="@"?ne:U}),n.removeAttribute(l)}else l.startsWith(A)&&(a.push({type:6,index:i}),n.removeAttribute(l));if(it.test(n.tagName)){let l=n.textContent.split(A),m=l.length-1;if(m>0){n.textContent=ee?ee.emptyScript:"";for(let u=0;u<m;u++)n.append(l[u],W()),M.nextNode(),a.push({type:2,index:++i});n.append(l[m],W())}}}else if(n.nodeType===8)if(n.data===Ae)a.push({type:2,index:i});else{let l=-1;for(;(l=n.data.indexOf(A,l+1))!==-1;)a.push({type:7,index:i}),l+=A.length-1}i++}}static createElement(e,t){let s=I.createElement("template");return s.innerHTML=e,s}};function L(r,e,t=r,s){if(e===x)return e;let n=s!==void 0?t._$Co?.[s]:t._$Cl,i=B(e)?void 0:e._$litDirective$;return n?.constructor!==i&&(n?._$AO?.(!1),i===void 0?n=void 0:(n=new i(r),n._$AT(r,t,s)),s!==void 0?(t._$Co??=[])[s]=n:t._$Cl=n),n!==void 0&&(e=L(r,n._$AS(r,e.values),n,s)),e}var te=class{constructor(e,t){this._$AV=[],this._$AN=void 0,this._$AD=e,this._$AM=t}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(e){let{el:{content:t},parts:s}=this._$AD,n=(e?.creationScope??I).importNode(t,!0);M.currentNode=n;let i=M.nextNode(),o=0,h=0,a=s[0];for(;a!==void 0;){if(o===a.index){let p;a.type===2?p=new N(i,i.nextSibling,this,e):a.type===1?p=new a.ctor(i,a.name,a.strings,this,e):a.type===6&&(p=new ie(i,this,e)),this._$AV.push(p),a=s[++h]}o!==a?.index&&(i=M.nextNode(),o++)}return M.currentNode=I,n}p(e){let t=0;for(let s of this._$AV)s!==void 0&&(s.strings!==void 0?(s._$AI(e,s,t),t+=s.strings.length-2):s._$AI(e[t])),t++}},N=class r{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(e,t,s,n){this.type=2,this._$AH=c,this._$AN=void 0,this._$AA=e,this._$AB=t,this._$AM=s,this.options=n,this._$Cv=n?.isConnected??!0}get parentNode(){let e=this._$AA.parentNode,t=this._$AM;return t!==void 0&&e?.nodeType===11&&(e=t.parentNode),e}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(e,t=this){e=L(this,e,t),B(e)?e===c||e==null||e===""?(this._$AH!==c&&this._$AR(),this._$AH=c):e!==this._$AH&&e!==x&&this._(e):e._$litType$!==void 0?this.$(e):e.nodeType!==void 0?this.T(e):nt(e)?this.k(e):this._(e)}O(e){return this._$AA.parentNode.insertBefore(e,this._$AB)}T(e){this._$AH!==e&&(this._$AR(),this._$AH=this.O(e))}_(e){this._$AH!==c&&B(this._$AH)?this._$AA.nextSibling.data=e:this.T(I.createTextNode(e)),this._$AH=e}$(e){let{values:t,_$litType$:s}=e,n=typeof s=="number"?this._$AC(e):(s.el===void 0&&(s.el=F.createElement(ot(s.h,s.h[0]),this.options)),s);if(this._$AH?._$AD===n)this._$AH.p(t);else{let i=new te(n,this),o=i.u(this.options);i.p(t),this.T(o),this._$AH=i}}_$AC(e){let t=st.get(e.strings);return t===void 0&&st.set(e.strings,t=new F(e)),t}k(e){Te(this._$AH)||(this._$AH=[],this._$AR());let t=this._$AH,s,n=0;for(let i of e)n===t.length?t.push(s=new r(this.O(W()),this.O(W()),this,this.options)):s=t[n],s._$AI(i),n++;n<t.length&&(this._$AR(s&&s._$AB.nextSibling,n),t.length=n)}_$AR(e=this._$AA.nextSibling,t){for(this._$AP?.(!1,!0,t);e!==this._$AB;){let s=Ye(e).nextSibling;Ye(e).remove(),e=s}}setConnected(e){this._$AM===void 0&&(this._$Cv=e,this._$AP?.(e))}},U=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(e,t,s,n,i){this.type=1,this._$AH=c,this._$AN=void 0,this.element=e,this.name=t,this._$AM=n,this.options=i,s.length>2||s[0]!==""||s[1]!==""?(this._$AH=Array(s.length-1).fill(new String),this.strings=s):this._$AH=c}_$AI(e,t=this,s,n){let i=this.strings,o=!1;if(i===void 0)e=L(this,e,t,0),o=!B(e)||e!==this._$AH&&e!==x,o&&(this._$AH=e);else{let h=e,a,p;for(e=i[0],a=0;a<i.length-1;a++)p=L(this,h[s+a],t,a),p===x&&(p=this._$AH[a]),o||=!B(p)||p!==this._$AH[a],p===c?e=c:e!==c&&(e+=(p??"")+i[a+1]),this._$AH[a]=p}o&&!n&&this.j(e)}j(e){e===c?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,e??"")}},re=class extends U{constructor(){super(...arguments),this.type=3}j(e){this.element[this.name]=e===c?void 0:e}},se=class extends U{constructor(){super(...arguments),this.type=4}j(e){this.element.toggleAttribute(this.name,!!e&&e!==c)}},ne=class extends U{constructor(e,t,s,n,i){super(e,t,s,n,i),this.type=5}_$AI(e,t=this){if((e=L(this,e,t,0)??c)===x)return;let s=this._$AH,n=e===c&&s!==c||e.capture!==s.capture||e.once!==s.once||e.passive!==s.passive,i=e!==c&&(s===c||n);n&&this.element.removeEventListener(this.name,this,s),i&&this.element.addEventListener(this.name,this,e),this._$AH=e}handleEvent(e){typeof this._$AH=="function"?this._$AH.call(this.options?.host??this.element,e):this._$AH.handleEvent(e)}},ie=class{constructor(e,t,s){this.element=e,this.type=6,this._$AN=void 0,this._$AM=t,this.options=s}get _$AU(){return this._$AM._$AU}_$AI(e){L(this,e)}},lt={M:Ce,P:A,A:Ae,C:1,L:at,R:te,D:nt,V:L,I:N,H:U,N:se,U:ne,B:re,F:ie},pr=Se.litHtmlPolyfillSupport;pr?.(F,N),(Se.litHtmlVersions??=[]).push("3.3.3");var dt=(r,e,t)=>{let s=t?.renderBefore??e,n=s._$litPart$;if(n===void 0){let i=t?.renderBefore??null;s._$litPart$=n=new N(e.insertBefore(W(),i),i,void 0,t??{})}return n._$AI(r),n};var Pe=globalThis,v=class extends C{constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0}createRenderRoot(){let e=super.createRenderRoot();return this.renderOptions.renderBefore??=e.firstChild,e}update(e){let t=this.render();this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(e),this._$Do=dt(t,this.renderRoot,this.renderOptions)}connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}render(){return x}};v._$litElement$=!0,v.finalized=!0,Pe.litElementHydrateSupport?.({LitElement:v});var mr=Pe.litElementPolyfillSupport;mr?.({LitElement:v});(Pe.litElementVersions??=[]).push("4.2.2");var f=class r extends Error{code;sentence;hint;retryable;constructor(e,t,s={}){super(s.sentence??t,{cause:s.cause}),this.name=e,this.code=t,this.sentence=s.sentence??null,this.hint=s.hint??"",this.retryable=s.retryable??!0}renamed(e){let{code:t,sentence:s,hint:n,retryable:i}=this;return new r(e,t,{sentence:s,hint:n,retryable:i,cause:this})}};var oe=class{#e="";#t=[];#s=0;#n=!1;push(e){let t=[],s=this.#n&&e.startsWith(`
`)?e.slice(1):e;e!==""&&(this.#n=e.endsWith("\r"));let n=s.split(/\r\n|\r|\n/),i=n.pop()??"";for(let o of n)this.#o(this.#e+o,t),this.#e="";if(this.#e+=i,this.#s+this.#e.length>16777216)throw new RangeError("event too long");return t}#o(e,t){if(e==="")this.#t.length>0&&t.push(this.#t.join(`
`)),this.#t=[],this.#s=0;else if(e==="data"||e.startsWith("data:")){let s=e.slice(e.startsWith("data: ")?6:5);this.#t.push(s),this.#s+=s.length}}};function T(r){return typeof r=="object"&&r!==null&&!Array.isArray(r)}function E(r){return T(r)?r:{}}function b(r){return typeof r=="string"?r:""}function V(r){return typeof r=="string"&&r!==""?r:null}function fr(r){return typeof r=="number"&&Number.isInteger(r)&&r>=0&&r<1e4?r:0}function pt(r){return Array.isArray(r)?r:[]}function ae(r,e){let t=E(r),s=[];for(let n of pt(t.data)){let i=e(n);i!==null&&s.push(i)}return{data:s,hasMore:t.has_more===!0,after:V(t.after)}}function gr(r){let e=E(r),t=e.type;return{type:t==="locked"||t==="closed"?t:"active",reason:V(e.reason)}}function le(r){return!T(r)||!b(r.id)?null:{id:b(r.id),title:V(r.title),createdAt:b(r.created_at),status:gr(r.status)}}function mt(r){let e=le(r);return e===null?null:{...e,items:ae(E(r).items,de)}}function ht(r){return pt(r).map(e=>b(E(e).text))}function de(r){if(!T(r)||!b(r.id))return null;let e=b(r.id);switch(r.type){case"user_message":return{type:"user_message",id:e,text:ht(r.content).join("")};case"assistant_message":return{type:"assistant_message",id:e,parts:ht(r.content)};case"client_tool_call":return{type:"client_tool_call",id:e,status:r.status==="completed"?"completed":"pending",name:b(r.name),arguments:E(r.arguments)};default:return{type:"other",id:e,kind:b(r.type)}}}function yr(r){let e=E(r),t=fr(e.content_index);switch(e.type){case"assistant_message.content_part.text_delta":return{type:"text_delta",part:t,delta:b(e.delta)};case"assistant_message.content_part.added":case"assistant_message.content_part.done":return{type:"part",part:t,text:b(E(e.content).text)};default:return{type:"other"}}}function vr(r){return r==="warning"||r==="danger"?r:"info"}function ct(r,e){let t=de(r.item);return t&&{type:"item",finished:e,item:t}}function ut(r,e){let t=le(r.thread);return t&&{type:"thread",created:e,thread:t}}function ft(r){let e=E(r);switch(e.type){case"thread.created":return ut(e,!0);case"thread.updated":return ut(e,!1);case"thread.item.added":return ct(e,!1);case"thread.item.done":case"thread.item.replaced":return ct(e,!0);case"thread.item.updated":return{type:"item_updated",itemId:b(e.item_id),update:yr(e.update)};case"thread.item.removed":return{type:"item_removed",itemId:b(e.item_id)};case"stream_options":return{type:"options",allowCancel:E(e.stream_options).allow_cancel!==!1};case"progress_update":return{type:"progress",text:b(e.text)};case"client_effect":return{type:"effect",name:b(e.name),data:E(e.data)};case"notice":return{type:"notice",level:vr(e.level),title:V(e.title),message:b(e.message)};case"error":return{type:"error",code:b(e.code),message:V(e.message),allowRetry:e.allow_retry===!0};default:return null}}var J=class{#e=new AbortController;#t;constructor(e){this.restart(e)}get signal(){return this.#e.signal}get passed(){return this.#e.signal.aborted}restart(e){this.clear(),this.#t=setTimeout(()=>this.#e.abort(),e)}clear(){clearTimeout(this.#t)}};function K(r,e){return new Promise((t,s)=>{let n=()=>s(e.reason);e.aborted&&n(),e.addEventListener("abort",n,{once:!0}),r.then(t,s).finally(()=>e.removeEventListener("abort",n))})}var br={answerMilliseconds:9e4,silenceMilliseconds:33e4,replyMilliseconds:6e4},he=class{#e;#t;constructor(e,t=br){this.#e=e,this.#t=t}async*stream(e,t){let s=new J(this.#t.answerMilliseconds);try{let n=await this.#s(e,"text/event-stream",AbortSignal.any([t,s.signal]));if(n.body===null)return;let i=n.body.getReader(),o=new TextDecoder,h=new oe;for(;;){s.restart(this.#t.silenceMilliseconds);let{done:a,value:p}=await i.read();if(a)return;yield*wr(h,o.decode(p,{stream:!0}))}}catch(n){throw gt(n,t,s)}finally{s.clear()}}async ask(e,t){let s=new J(this.#t.replyMilliseconds);try{return await(await this.#s(e,"application/json",AbortSignal.any([t,s.signal]))).json()}catch(n){throw gt(n,t,s)}finally{s.clear()}}async#s(e,t,s){let{url:n,locale:i,fetch:o}=this.#e,h=await o(n,{method:"POST",headers:{"Content-Type":"application/json",Accept:t,"Accept-Language":i},body:JSON.stringify({...e,metadata:{}}),signal:s});if(!h.ok)throw await _r(h);return h}};function*wr(r,e){for(let t of xr(r,e)){let s=ft($r(t));s!==null&&(yield s)}}function xr(r,e){try{return r.push(e)}catch(t){throw new f("StreamEventParsingError","unreadable",{cause:t})}}function $r(r){try{return JSON.parse(r)}catch(e){throw new f("StreamEventParsingError","unreadable",{cause:e})}}async function _r(r){let e=await r.json().catch(()=>null),t=T(e)?T(e.error)?e.error:e:{},{message:s,hint:n,retryable:i}=t;return new f("HttpError",r.status===404?"missing":"refused",{sentence:typeof s=="string"&&s!==""?s:null,hint:typeof n=="string"?n:"",retryable:typeof i=="boolean"?i:Er(r.status)})}function Er(r){return r>=500||r===408||r===425||r===429}function gt(r,e,t){return e.aborted||r instanceof f?r:t.passed?new f("NetworkError","deadline",{cause:r}):new f("NetworkError","network",{cause:r})}var P="unsent",G={threadId:null,title:null,status:{type:"active",reason:null},entries:[],earlier:null,progress:null,allowCancel:!0,noticeCount:0};function yt(r,e){return{...Ct(G,r),entries:e.data,earlier:e.hasMore?e.after:null}}function vt(r,e){let t=new Set(r.entries.map(n=>n.id)),s=e.data.filter(n=>!t.has(n.id));return{...r,entries:[...s,...r.entries],earlier:e.hasMore?e.after:null}}function Re(r,e){return Me(r,{type:"user_message",id:P,text:e})}function bt(r){return At(r,P)}function wt(r,e){let t=r.entries.findLastIndex(s=>s.id===e);return t<0?r:{...r,entries:r.entries.slice(0,t+1)}}function xt(r,e){return Ie(r,e,t=>t.type==="client_tool_call"?{...t,status:"completed"}:t)}function Oe(r){return{...r,progress:null,allowCancel:!0}}function $t(r,e){switch(e.type){case"thread":return Ct(r,e.thread);case"item":return Sr(r,e.item);case"item_updated":return Ie(r,e.itemId,t=>Ar(t,e.update));case"item_removed":return At(r,e.itemId);case"options":return{...r,allowCancel:e.allowCancel};case"progress":return{...r,progress:e.text||null};case"notice":return Cr(r,e.level,e.title,e.message);case"effect":case"error":return r}}function _t(r){let e=r.entries.findLast(t=>t.type!=="notice");return e?.type==="client_tool_call"&&e.status==="pending"?e:null}function Et(r){return r.entries.findLast(t=>t.type==="user_message"&&t.id!==P)?.id??null}function St(r){let e=r.entries.findLast(t=>t.id===P);return e?.type==="user_message"?e.text:""}function ce(r){return r.parts.join(`

`)}function Ct(r,e){return{...r,threadId:e.id,title:e.title,status:e.status}}function Sr(r,e){return e.type==="user_message"&&r.entries.some(t=>t.id===P)?Ie(r,P,()=>e):{...Me(r,e),progress:null}}function Cr(r,e,t,s){let n=r.noticeCount+1,i={type:"notice",id:`notice-${n}`,level:e,title:t,message:s};return{...Me(r,i),noticeCount:n}}function Me(r,e){let t=r.entries.findLastIndex(s=>s.id===e.id);return{...r,entries:t<0?[...r.entries,e]:Tt(r,t,e)}}function At(r,e){return{...r,entries:r.entries.filter(t=>t.id!==e)}}function Ie(r,e,t){let s=r.entries.findLastIndex(i=>i.id===e),n=r.entries[s];return n===void 0?r:{...r,entries:Tt(r,s,t(n))}}function Tt(r,e,t){let s=r.entries.slice();return s[e]=t,s}function Ar(r,e){if(r.type!=="assistant_message"||e.type==="other")return r;let t=r.parts.slice();for(;t.length<=e.part;)t.push("");return t[e.part]=e.type==="text_delta"?t[e.part]+e.delta:e.text,{...r,parts:t}}var Tr=50,kr=30;async function Le(r,e,t){let s=await r.ask({type:"threads.get_by_id",params:{thread_id:e}},t),n=mt(s);if(n===null)throw new f("InitialThreadLoadError","unreadable");let i=n.items.hasMore?await Ue(r,e,null,t):{...n.items,after:null};return yt(n,i)}async function Ue(r,e,t,s){let i={thread_id:e,limit:Tr,order:"desc",...t===null?{}:{after:t}},o=ae(await r.ask({type:"items.list",params:i},s),de);return{...o,data:o.data.toReversed()}}async function kt(r,e,t){let n={limit:kr,order:"desc",...e===null?{}:{after:e}};return ae(await r.ask({type:"threads.list",params:n},t),le)}var ue=class{#e={threads:[],more:!1,loading:!1,failure:null};#t=null;#s=new AbortController;#n;#o;constructor(e,t){this.#n=e,this.#o=t}get state(){return this.#e}async reload(){this.#s.abort(),await this.#i(null,[])}async readMore(){!this.#e.more||this.#e.loading||await this.#i(this.#t,this.#e.threads)}async#i(e,t){let s=new AbortController;this.#s=s,this.#a({loading:!0,failure:null});try{let n=await kt(await this.#n(),e,s.signal);if(s.signal.aborted)return;this.#t=n.after,this.#a({threads:[...t,...n.data],more:n.hasMore,loading:!1})}catch(n){if(s.signal.aborted)return;let i=n instanceof f?n.renamed("HistoryViewError"):null;this.#a({loading:!1,failure:i??new f("HistoryViewError","unreadable",{cause:n})})}}#a(e){this.#e={...this.#e,...e},this.#o()}};function pe({text:r,content:e}){return e===void 0?[{type:"input_text",text:r??""}]:e.map(t=>{if(t.type==="input_text")return{type:"input_text",text:t.text};let s=t.group===void 0?{}:{group:t.group},{id:n,data:i={},interactive:o=!1}=t;return{type:"input_tag",id:n,text:t.text,data:i,interactive:o,...s}})}function Ne(r){return{content:[{type:"input_text",text:r}]}}function X(r){return r.content.map(e=>e.text).join("")}function Pt(r,e){let t={content:e.content,attachments:e.attachmentIds??[],quoted_text:e.reply??null,inference_options:{...e.toolId===void 0?{}:{tool_choice:{id:e.toolId}},...e.model===void 0?{}:{model:e.model}}};return r===null?{type:"threads.create",params:{input:t}}:{type:"threads.add_user_message",params:{thread_id:r,input:t}}}function Rt(r,e){return{type:"threads.add_client_tool_output",params:{thread_id:r,result:e}}}function Ot(r,e){return{type:"threads.retry_after_item",params:{thread_id:r,item_id:e}}}function Mt(r,e,t){return{type:"threads.custom_action",params:{thread_id:r,...t===void 0?{}:{item_id:t},action:e}}}async function Lt(r,e,t){if(r===null)return It(new Error("No handler for client tool calls"),"unknown_tool");try{let s=Promise.resolve(r({name:e.name,params:e.arguments})),n=await K(s,t);return T(n)?n:{}}catch(s){if(t.aborted)throw s;return It(s,"tool_failed")}}function It(r,e){let t=T(r)?r:{};return{success:!1,error:{code:typeof t.code=="string"?t.code:e,message:typeof t.message=="string"?t.message:"The tool failed.",hint:typeof t.hint=="string"?t.hint:"",retryable:t.retryable===!0}}}var Pr=25,Rr=400,me=class{onClientTool=null;#e={conversation:G,phase:"idle",slow:!1,loadingEarlier:!1,failure:null};#t;#s;#n=()=>{};#o=null;#i=Promise.resolve();#a=new AbortController;#l=null;constructor(e){this.#t=e,this.#s=new Promise(t=>{this.#n=t})}get state(){return this.#e}get busy(){return this.#e.phase!=="idle"}get unsentText(){return St(this.#e.conversation)}connect(e){this.#o=e,this.#n(e)}async client(){let e=await this.#s;return this.#o??e}async send(e){let t=this.#e.phase==="loading"&&this.unsentText==="";if(this.busy&&!t)throw new f("IntegrationError","busy");this.#r({conversation:Re(this.#e.conversation,X(e)),failure:null}),await this.#i,this.unsentText!==""&&await this.#c(()=>Pt(this.#e.conversation.threadId,e))}async act(e,t){this.#h();let{threadId:s}=this.#e.conversation;if(s===null)throw new f("IntegrationError","options");await this.#c(()=>Mt(s,e,t))}async retry(){let e=this.#l;e!==null&&!this.busy&&await e()}async stop(){this.#a.abort(),await this.#i}async open(e){this.#h(),this.#l=null,this.#r({conversation:{...G,threadId:e},failure:null}),this.#t.event("chatkit.thread.change",{threadId:e}),e!==null&&await this.#d(t=>this.#m(e,t))}async refresh(){this.#h();let{threadId:e}=this.#e.conversation;if(e===null)return;let t=await Le(await this.client(),e,new AbortController().signal);!this.busy&&this.#e.conversation.threadId===e&&this.#r({conversation:t})}async loadEarlier(){let{conversation:e,loadingEarlier:t}=this.#e,{threadId:s,earlier:n}=e;if(!(s===null||n===null||t)){this.#r({loadingEarlier:!0});try{let i=await Ue(await this.client(),s,n,new AbortController().signal);this.#e.conversation.threadId===s&&this.#r({conversation:vt(this.#e.conversation,i)})}catch(i){this.#f(i,"InitialThreadLoadError")}finally{this.#r({loadingEarlier:!1})}}}#h(){if(this.busy)throw new f("IntegrationError","busy")}#r(e){this.#e={...this.#e,...e},this.#t.changed()}async#d(e){this.#a=new AbortController,this.#i=e(this.#a.signal),await this.#i}async#m(e,t){this.#r({phase:"loading"}),this.#t.event("chatkit.thread.load.start",{threadId:e});try{let s=await Le(await K(this.client(),t),e,t),n=this.unsentText;this.#r({conversation:n===""?s:Re(s,n)})}catch(s){this.#w(),t.aborted||this.#p(e,this.#f(s,"InitialThreadLoadError"))}finally{this.#r({phase:"idle"}),this.#t.event("chatkit.thread.load.end",{threadId:e})}}#p(e,t){if(t.code!=="missing"){this.#u(t,()=>this.open(e));return}this.#r({conversation:G}),this.#t.event("chatkit.thread.change",{threadId:null}),this.#u(t,null)}async#c(e){this.#l=null,this.#r({failure:null}),await this.#d(async t=>{try{let s=e();for(let n=0;s!==null;n+=1){if(n>Pr)throw new f("StreamError","rounds",{retryable:!1});await this.#x(s,t),s=await this.#v(t)}}catch(s){this.#y(s,t)}finally{this.#r({phase:"idle",slow:!1,conversation:Oe(this.#e.conversation)})}})}#y(e,t){let s=this.#w();if(t.aborted)return;let n=this.#f(e,"StreamError");s?this.#u(n,"composer"):this.#u(n,n.retryable?this.#l:null)}async#x(e,t){this.#l=()=>this.#c(()=>e),this.#r({phase:"waiting",slow:!1});let s=setTimeout(()=>this.#r({slow:!0}),Rr),n=null;try{let i=await K(this.client(),t);for await(let o of i.stream(e,t))clearTimeout(s),this.#$(),o.type==="error"?n=Or(o):this.#_(o)}finally{clearTimeout(s),this.#e.phase==="streaming"&&this.#t.event("chatkit.response.end")}if(n!==null)throw n}#$(){this.#e.phase!=="streaming"&&(this.#l=()=>this.#b(),this.#r({phase:"streaming",slow:!1}),this.#t.event("chatkit.response.start"))}async#b(){let{conversation:e}=this.#e,t=Et(e);if(e.threadId===null||t===null)return;let s=Ot(e.threadId,t);this.#r({conversation:wt(e,t)}),await this.#c(()=>s)}#_(e){let t=this.#e.conversation;this.#r({conversation:$t(t,e)});let{threadId:s}=this.#e.conversation;s!==t.threadId&&this.#t.event("chatkit.thread.change",{threadId:s}),e.type==="effect"&&this.#t.event("chatkit.effect",{name:e.name,data:e.data}),e.type==="item"&&e.finished&&e.item.type==="assistant_message"&&this.#t.answered(ce(e.item))}async#v(e){let{conversation:t}=this.#e,s=_t(t);if(s===null||t.threadId===null)return null;this.#r({phase:"tool",conversation:Oe(t)});let n=await Lt(this.onClientTool,s,e);return this.#r({conversation:xt(this.#e.conversation,s.id)}),Rt(t.threadId,n)}#w(){let e=this.unsentText;return e===""?!1:(this.#r({conversation:bt(this.#e.conversation)}),this.#t.returned(e),!0)}#u(e,t){this.#l=t==="composer"?null:t;let s=t==="composer"?"send":t===null?"none":"ask";this.#r({failure:{error:e,retry:s}})}#f(e,t){let s=e instanceof f?e:new f(t,"stream",{cause:e});return this.#t.event("chatkit.error",{error:s}),s}};function Or(r){return new f("StreamError","stream",{sentence:r.message,retryable:r.allowRetry})}function k(r){return d`<svg
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
    ${r}
  </svg>`}var Ut=k(_`<path d="M12 19.5v-15M5.5 11 12 4.5l6.5 6.5" />`),Nt=k(_`<path d="M12 4.5v15M5.5 13l6.5 6.5 6.5-6.5" />`),Ht=k(_`<rect x="6.5" y="6.5" width="11" height="11" rx="2" fill="currentColor" />`),jt=k(_`<path d="m6 6 12 12M18 6 6 18" />`),qt=k(_`<path d="M12 5v14M5 12h14" />`),Dt=k(_`<circle cx="12" cy="12" r="8.5" /><path d="m8.5 12.2 2.4 2.4 4.6-4.9" />`),zt=k(_`<circle cx="12" cy="12" r="8.5" stroke-dasharray="3.2 3.5" />`),Wt=k(_`<circle cx="12" cy="12" r="8.5" /><path d="M12 11.5v4.5M12 8v.01" />`),fe=k(_`<path d="M12 4.5 21 19.5H3zM12 10.5v4M12 17v.01" />`);function Bt(r,e){return r.key!=="Enter"||r.shiftKey||r.altKey||r.isComposing||r.keyCode===229?!1:r.timeStamp-e>40}var $=w`
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
    min-height: 32px;
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
    background: var(--sunken);
  }
  button:disabled {
    cursor: default;
  }
  .icon {
    display: inline-grid;
    place-items: center;
    width: 32px;
    min-height: 32px;
    height: 32px;
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
`;var He=class extends v{static properties={words:{attribute:!1},placeholder:{},value:{attribute:!1},busy:{type:Boolean},stoppable:{type:Boolean},closedReason:{attribute:!1}};static styles=[$,w`
      .card {
        display: flex;
        align-items: flex-end;
        gap: 8px;
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
        flex: 1;
        min-width: 0;
        height: 32px;
        max-height: min(240px, 40vh);
        margin: 0;
        padding: 4px 0;
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
        margin: 0;
        padding: 4px 0;
        flex: 1;
        color: var(--muted);
      }
    `];#e=-1/0;#t=null;#s=!1;constructor(){super(),this.placeholder="",this.value="",this.busy=!1,this.stoppable=!1,this.closedReason=null}disconnectedCallback(){super.disconnectedCallback(),this.#t?.disconnect(),this.#t=null}focusText(){this.#n?.focus()}render(){return this.closedReason!==null?d`<div class="card"><p>${this.closedReason}</p></div>`:d`<form class="card" @submit=${this.#m} @click=${this.#l}>
      <textarea
        rows="1"
        aria-label=${this.words("element.composer.label")}
        placeholder=${this.placeholder}
        .value=${this.value}
        enterkeyhint="send"
        autocomplete="off"
        @input=${this.#h}
        @keydown=${this.#d}
        @compositionend=${this.#r}
      ></textarea>
      ${this.busy?this.#i():this.#o()}
    </form>`}willUpdate(){this.#s=this.shadowRoot?.activeElement?.classList.contains("stop")??!1}updated(){this.#a(),this.#s&&!this.busy&&this.focusText(),this.#t===null&&this.#n&&(this.#t=new ResizeObserver(()=>this.#a()),this.#t.observe(this))}get#n(){return this.renderRoot.querySelector("textarea")}#o(){return d`<button
      class="icon send"
      type="submit"
      aria-label=${this.words("element.composer.send")}
      title=${this.words("element.composer.send")}
      ?disabled=${this.value.trim()===""}
    >
      ${Ut}
    </button>`}#i(){return d`<button
      class="icon stop"
      type="button"
      aria-label=${this.words("element.composer.stop")}
      title=${this.words("element.composer.stop")}
      ?disabled=${!this.stoppable}
      @click=${this.#c}
    >
      ${Ht}
    </button>`}#a(){let e=this.#n;e&&(e.style.height="0",e.style.height=`${e.scrollHeight}px`)}#l(e){e.target===e.currentTarget&&this.focusText()}#h(e){e.target instanceof HTMLTextAreaElement&&(this.value=e.target.value,this.dispatchEvent(new CustomEvent("write",{detail:this.value})))}#r(e){this.#e=e.timeStamp}#d(e){Bt(e,this.#e)&&(e.preventDefault(),this.#p())}#m(e){e.preventDefault(),this.#p()}#p(){this.value.trim()===""||this.busy||this.dispatchEvent(new CustomEvent("send",{detail:this.value}))}#c(){this.dispatchEvent(new CustomEvent("stop")),this.focusText()}};customElements.define("agentnook-composer",He);var je=class extends v{static properties={words:{attribute:!1},history:{attribute:!1},currentId:{attribute:!1}};static styles=[$,w`
      :host {
        display: flex;
        flex-direction: column;
        min-height: 0;
        border-inline-end: 1px solid var(--line);
        background: var(--sunken);
      }
      header {
        display: flex;
        align-items: center;
        gap: 4px;
        padding: 8px 8px 8px 16px;
      }
      h2 {
        flex: 1;
        margin: 0;
        font-size: var(--label-size);
        font-weight: var(--weight-strong);
        line-height: var(--label-line);
      }
      header button,
      li button {
        border-color: transparent;
        background: none;
      }
      header button:hover:not(:disabled),
      li button:hover:not(:disabled) {
        background: var(--line);
      }
      li button[aria-current='true'] {
        background: var(--accent-tint);
      }
      .list {
        flex: 1;
        min-height: 0;
        padding: 4px 8px 8px;
        overflow: hidden auto;
        scrollbar-width: thin;
        scrollbar-color: var(--line) transparent;
      }
      ul {
        display: grid;
        gap: 2px;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li button {
        width: 100%;
        padding: 6px 8px;
        overflow: hidden;
        text-align: start;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      p {
        margin: 0;
        padding: 6px 8px;
        color: var(--muted);
        font-size: var(--label-size);
        line-height: var(--label-line);
        overflow-wrap: anywhere;
      }
      .after {
        margin: 8px;
      }
    `];constructor(){super(),this.currentId=null,this.addEventListener("keydown",e=>{e.key==="Escape"&&this.#s("close")})}focusFirst(){this.renderRoot.querySelector('li button[aria-current="true"], header button')?.focus()}render(){let{threads:e,more:t,loading:s}=this.history;return d`<header>
        <h2 id="title">${this.words("element.history.title")}</h2>
        ${this.#e("element.history.new",qt,()=>this.#s("choose",null))}
        ${this.#e("element.history.close",jt,()=>this.#s("close"))}
      </header>
      <nav class="list" aria-labelledby="title" aria-busy=${s}>
        <ul>
          ${e.map(({id:n,title:i})=>d`<li>
              <button type="button" aria-current=${n===this.currentId} @click=${()=>this.#s("choose",n)}>
                ${i??this.words("element.history.untitled")}
              </button>
            </li>`)}
        </ul>
        ${this.#t()}
        ${t&&!s?d`<button type="button" class="after" @click=${()=>this.#s("more")}>
              ${this.words("element.history.more")}
            </button>`:c}
      </nav>`}#e(e,t,s){return d`<button type="button" class="icon" aria-label=${this.words(e)} title=${this.words(e)} @click=${s}>
      ${t}
    </button>`}#t(){let{threads:e,loading:t,failure:s}=this.history;return s!==null?d`<p>${s.sentence??this.words("element.history.failed")}</p>
        <button type="button" class="after" @click=${()=>this.#s("retry")}>${this.words("element.retry")}</button>`:t?d`<p>${this.words("element.loading")}</p>`:e.length===0?d`<p>${this.words("element.history.empty")}</p>`:c}#s(e,t=null){this.dispatchEvent(new CustomEvent(e,{detail:t}))}};customElements.define("agentnook-history",je);function Ft(r,e,t){let{conversation:s,phase:n,slow:i}=r;if(n==="tool")return t("element.progress.tool");if(s.progress!==null)return s.progress;if(n==="waiting")return i?t(Mr(e)):"";let o=s.entries.at(-1)?.type==="assistant_message";return n==="streaming"&&!o?"":null}function qe(r,e,t){let n=e?.state==="failed"||e?.state==="stopped"?e.message||t("element.failure.stopped"):null;if(r.failure===null)return n===null?null:{sentence:n,hint:"",retry:!1};let{error:i,retry:o}=r.failure;return{sentence:i.sentence??n??t(`element.failure.${i.code}`),hint:o==="send"?t("element.failure.unsent"):i.hint,retry:o!=="none"}}function Vt(r,e){let{type:t,reason:s}=r.conversation.status;return t==="active"?null:s??e(`element.${t}`)}function Mr(r){return r?.state==="ready"?"element.progress.working":"element.progress.starting"}var Jt={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},ge=r=>(...e)=>({_$litDirective$:r,values:e}),H=class{constructor(e){}get _$AU(){return this._$AM._$AU}_$AT(e,t,s){this._$Ct=e,this._$AM=t,this._$Ci=s}_$AS(e,t){return this.update(e,t)}update(e,t){return this.render(...t)}};var Ir={},Kt=ge(class extends H{constructor(){super(...arguments),this.ot=Ir}render(r,e){return e()}update(r,[e,t]){if(Array.isArray(e)){if(Array.isArray(this.ot)&&this.ot.length===e.length&&e.every((s,n)=>s===this.ot[n]))return x}else if(this.ot===e)return x;return this.ot=Array.isArray(e)?Array.from(e):e,this.render(e,t)}});var{I:Lr}=lt,Gt=r=>r;var Xt=()=>document.createComment(""),j=(r,e,t)=>{let s=r._$AA.parentNode,n=e===void 0?r._$AB:e._$AA;if(t===void 0){let i=s.insertBefore(Xt(),n),o=s.insertBefore(Xt(),n);t=new Lr(i,o,r,r.options)}else{let i=t._$AB.nextSibling,o=t._$AM,h=o!==r;if(h){let a;t._$AQ?.(r),t._$AM=r,t._$AP!==void 0&&(a=r._$AU)!==o._$AU&&t._$AP(a)}if(i!==n||h){let a=t._$AA;for(;a!==i;){let p=Gt(a).nextSibling;Gt(s).insertBefore(a,n),a=p}}}return t},R=(r,e,t=r)=>(r._$AI(e,t),r),Ur={},Yt=(r,e=Ur)=>r._$AH=e,Qt=r=>r._$AH,ye=r=>{r._$AR(),r._$AA.remove()};var Zt=(r,e,t)=>{let s=new Map;for(let n=e;n<=t;n++)s.set(r[n],n);return s},er=ge(class extends H{constructor(r){if(super(r),r.type!==Jt.CHILD)throw Error("repeat() can only be used in text expressions")}dt(r,e,t){let s;t===void 0?t=e:e!==void 0&&(s=e);let n=[],i=[],o=0;for(let h of r)n[o]=s?s(h,o):o,i[o]=t(h,o),o++;return{values:i,keys:n}}render(r,e,t){return this.dt(r,e,t).values}update(r,[e,t,s]){let n=Qt(r),{values:i,keys:o}=this.dt(e,t,s);if(!Array.isArray(n))return this.ut=o,i;let h=this.ut??=[],a=[],p,g,l=0,m=n.length-1,u=0,y=i.length-1;for(;l<=m&&u<=y;)if(n[l]===null)l++;else if(n[m]===null)m--;else if(h[l]===o[u])a[u]=R(n[l],i[u]),l++,u++;else if(h[m]===o[y])a[y]=R(n[m],i[y]),m--,y--;else if(h[l]===o[y])a[y]=R(n[l],i[y]),j(r,a[y+1],n[l]),l++,y--;else if(h[m]===o[u])a[u]=R(n[m],i[u]),j(r,n[l],n[m]),m--,u++;else if(p===void 0&&(p=Zt(o,u,y),g=Zt(h,l,m)),p.has(h[l]))if(p.has(h[m])){let S=g.get(o[u]),we=S!==void 0?n[S]:null;if(we===null){let Be=j(r,n[l]);R(Be,i[u]),a[u]=Be}else a[u]=R(we,i[u]),j(r,n[l],we),n[S]=null;u++}else ye(n[m]),m--;else ye(n[l]),l++;for(;u<=y;){let S=j(r,a[y+1]);R(S,i[u]),a[u++]=S}for(;l<=m;){let S=n[l++];S!==null&&ye(S)}return this.ut=o,Yt(r,a),x}});var Nr=48,Hr=240,De=class extends v{static properties={words:{attribute:!1},session:{attribute:!1},agentLabel:{},progress:{attribute:!1},atEnd:{state:!0}};static styles=[$,w`
      :host {
        position: relative;
        display: block;
        min-height: 0;
      }
      .scroller {
        height: 100%;
        overflow: hidden auto;
        overflow-anchor: none;
        overscroll-behavior: contain;
        scrollbar-width: thin;
        scrollbar-color: var(--line) transparent;
        outline-offset: -2px;
      }
      .column {
        display: flex;
        flex-direction: column;
        gap: 20px;
        max-width: calc(var(--column) + 32px);
        min-height: 100%;
        margin: 0 auto;
        padding: 24px 16px;
      }
      .text {
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
      .user {
        align-self: flex-end;
        max-width: min(85%, 560px);
        padding: 8px 14px;
        border-radius: var(--radius-card);
        background: var(--accent-tint);
      }
      .user.unsent {
        opacity: 0.7;
      }
      .line {
        display: flex;
        gap: 8px;
        color: var(--muted);
        font-size: var(--label-size);
        line-height: var(--label-line);
      }
      .line svg {
        flex: none;
        margin-top: 1px;
      }
      .line.warning svg {
        color: var(--warning);
      }
      .line.danger svg {
        color: var(--danger);
      }
      .line strong {
        display: block;
        color: var(--text);
        font-weight: var(--weight-strong);
      }
      .dots {
        display: inline-flex;
        gap: 4px;
        align-items: center;
        height: 20px;
      }
      .dots i {
        width: 6px;
        height: 6px;
        border-radius: 50%;
        background: var(--muted);
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
        align-self: center;
      }
      .to-end {
        position: absolute;
        left: 50%;
        bottom: 8px;
        translate: -50%;
        box-shadow: var(--shadow);
      }
      @media (prefers-reduced-motion: no-preference) {
        .dots i,
        .skeleton i {
          animation: breathe 1.4s ease-in-out infinite;
        }
        .dots i:nth-child(2) {
          animation-delay: 0.18s;
        }
        .dots i:nth-child(3) {
          animation-delay: 0.36s;
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
    `];#e=null;#t;#s=null;constructor(){super(),this.agentLabel="",this.progress=null,this.atEnd=!0}disconnectedCallback(){super.disconnectedCallback(),this.#s?.disconnect(),this.#s=null}follow(){this.atEnd=!0,this.#i()}willUpdate(e){if(!e.has("session"))return;let t=this.session.conversation.entries[0]?.id,s=e.get("session"),n=s!==void 0&&s.conversation.threadId===this.session.conversation.threadId&&this.#t!==void 0&&this.#t!==t;this.#e=n?this.#n?.scrollHeight??null:null,this.#t=t}render(){let{conversation:e,phase:t}=this.session,s=t==="loading";return d`<div
        class="scroller"
        role="log"
        aria-live="off"
        aria-label=${this.words("element.conversation")}
        aria-busy=${t!=="idle"}
        tabindex="0"
        @scroll=${this.#a}
      >
        <div class="column">
          ${e.earlier===null?c:this.#c()}
          ${s?this.#p():c}
          ${er(e.entries,n=>n.id,n=>Kt([n,this.words,this.agentLabel],()=>this.#h(n)))}
          ${this.#m()}
        </div>
      </div>
      ${this.atEnd?c:this.#y()}`}updated(){this.#e!==null&&this.#n&&(this.#n.scrollTop+=this.#n.scrollHeight-this.#e,this.#e=null),this.atEnd&&this.#i(),this.#o()}get#n(){return this.renderRoot.querySelector(".scroller")}#o(){let e=this.renderRoot.querySelector(".column");this.#s!==null||e===null||(this.#s=new ResizeObserver(()=>{this.atEnd&&this.#i()}),this.#s.observe(this),this.#s.observe(e))}#i(){let e=this.#n;e&&(e.scrollTop=e.scrollHeight)}#a(){let e=this.#n;if(!e)return;this.atEnd=e.scrollHeight-e.scrollTop-e.clientHeight<Nr,e.scrollTop<Hr&&!this.atEnd&&this.#l()}#l(){let{conversation:e,loadingEarlier:t}=this.session;e.earlier!==null&&!t&&this.dispatchEvent(new CustomEvent("earlier"))}#h(e){switch(e.type){case"user_message":return d`<article class=${e.id===P?"user unsent":"user"}>
          ${this.#r("element.you_said")}
          <div class="text">${e.text}</div>
        </article>`;case"assistant_message":return d`<article>
          ${this.#r("element.agent_said",{agent:this.agentLabel})}
          <div class="text">${ce(e)}</div>
        </article>`;case"client_tool_call":return this.#d(e);case"notice":return d`<div class="line ${e.level}">
          ${e.level==="info"?Wt:fe}
          <div>
            ${e.title===null?c:d`<strong>${e.title}</strong>`}
            <div class="text">${e.message}</div>
          </div>
        </div>`;case"other":return c}}#r(e,t={}){return d`<span class="visually-hidden">${this.words(e,t)}</span>`}#d(e){let t=e.status==="completed",s=e.name.replaceAll("_"," "),n=this.words(t?"element.tool.done":"element.tool.asked",{tool:s});return d`<div class="line">${t?Dt:zt}<span class="text">${n}</span></div>`}#m(){if(this.progress===null)return c;let e=d`<span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>`;return d`<div class="line">${e}<span class="text">${this.progress}</span></div>`}#p(){return d`<div class="skeleton">
      <i></i><i></i><i></i><i></i>
      <span class="visually-hidden">${this.words("element.loading")}</span>
    </div>`}#c(){return d`<button
      type="button"
      class="earlier"
      ?disabled=${this.session.loadingEarlier}
      @click=${this.#l}
    >
      ${this.words(this.session.loadingEarlier?"element.loading":"element.earlier")}
    </button>`}#y(){return d`<button
      type="button"
      class="icon to-end"
      aria-label=${this.words("element.to_end")}
      title=${this.words("element.to_end")}
      @click=${this.follow}
    >
      ${Nt}
    </button>`}};customElements.define("agentnook-messages",De);var ze=class extends v{static properties={words:{attribute:!1},problem:{attribute:!1}};static styles=[$,w`
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
    `];render(){let{sentence:e,hint:t,retry:s}=this.problem;return d`${fe}
      <div>${e}${t===""?c:d`<small>${t}</small>`}</div>
      ${s?d`<button type="button" @click=${()=>this.dispatchEvent(new CustomEvent("retry"))}>
            ${this.words("element.retry")}
          </button>`:c}`}};customElements.define("agentnook-problem",ze);var We=class extends v{static properties={greeting:{},prompts:{attribute:!1}};static styles=[$,w`
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
        font-size: 20px;
        font-weight: var(--weight-strong);
        line-height: 28px;
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
        width: 100%;
        min-height: 44px;
        padding: 8px 16px;
        border-radius: var(--radius-card);
        font-size: 15px;
        line-height: 24px;
        text-align: start;
      }
    `];constructor(){super(),this.greeting="",this.prompts=[]}render(){return d`<h1>${this.greeting}</h1>
      <ul>
        ${this.prompts.map(({label:e,prompt:t})=>d`<li><button type="button" @click=${()=>this.#e(t)}>${e}</button></li>`)}
      </ul>`}#e(e){this.dispatchEvent(new CustomEvent("choose",{detail:e}))}};customElements.define("agentnook-start",We);var tr={"element.agent_said":"{agent} said:","element.closed":"This conversation is closed.","element.composer.label":"Message","element.composer.send":"Send","element.composer.stop":"Stop the answer","element.conversation":"Conversation","element.disclaimer.local":"{agent}. What you write stays on this computer.","element.earlier":"Show earlier messages","element.failure.busy":"The last answer is still being written.","element.failure.deadline":"No answer came in time.","element.failure.missing":"That conversation is not here any more.","element.failure.network":"The conversation could not be reached.","element.failure.options":"This chat is not set up.","element.failure.refused":"The request was not accepted.","element.failure.rounds":"The agent kept asking for tools without coming to an end.","element.failure.stopped":"The part of the program that holds conversations is not running.","element.failure.stream":"The answer could not be completed.","element.failure.unreadable":"The answer could not be read.","element.failure.unsent":"Your message is back in the box below.","element.greeting":"Hello. What would you like to try?","element.history.close":"Close the list","element.history.empty":"No conversations yet.","element.history.failed":"The list could not be read.","element.history.more":"Show more","element.history.new":"New conversation","element.history.title":"Conversations","element.history.untitled":"Untitled conversation","element.loading":"Loading…","element.locked":"This conversation is locked.","element.progress.starting":"Starting…","element.progress.tool":"Waiting for this computer…","element.progress.working":"Working…","element.prompt.about.label":"What is this?","element.prompt.about.message":"What is this program?","element.prompt.dark.label":"Use dark mode","element.prompt.dark.message":"Use dark mode","element.prompt.file.label":"Open a file","element.prompt.file.message":"Open a file","element.prompt.private.label":"Is this private?","element.prompt.private.message":"Is this private?","element.retry":"Retry","element.to_end":"Go to the latest message","element.tool.asked":"Asked for: {tool}","element.tool.done":"Used: {tool}","element.you_said":"You said:"};function ve(r={}){return(e,t={})=>(r[e]??tr[e]).replace(/\{(\w+)\}/g,(n,i)=>t[i]??n)}var qr=100,rr=1500,be=class extends v{static properties={serverState:{attribute:!1}};static styles=[$,w`
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
        grid-template-rows: minmax(0, 1fr) auto;
        min-height: 0;
      }
      footer {
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
      @media (max-width: 719px) {
        :host([history]) {
          grid-template-columns: minmax(0, 1fr);
        }
        :host([history]) main {
          display: none;
        }
      }
    `];#e=null;#t=ve();#s="";#n="";#o=!1;#i=null;#a="";#l="";#h="";#r;#d;constructor(){super(),this.serverState=null,this.#r=new me({changed:()=>this.requestUpdate(),event:(e,t)=>this.#g(e,t),returned:e=>this.#f(e),answered:e=>this.#E(e)}),this.#d=new ue(()=>this.#r.client(),()=>this.requestUpdate())}get draft(){return sr(this.#r.unsentText,this.#s)}get threadId(){return this.#r.state.conversation.threadId}setOptions(e){if(!("url"in e.api)){let i=new f("IntegrationError","options",{retryable:!1});throw this.#g("chatkit.error",{error:i}),i}let t=this.#e===null,{url:s,fetch:n=(i,o)=>globalThis.fetch(i,o)}=e.api;this.#e=e,this.#t=ve(e.strings),this.#r.onClientTool=e.onClientTool??null,this.#r.connect(new he({url:s,fetch:n,locale:e.locale??navigator.language})),this.requestUpdate(),t&&e.initialThread&&!this.#r.busy&&this.#r.open(e.initialThread)}async focusComposer(){await this.updateComplete,this.#m?.focusText()}async setThreadId(e){await this.#r.open(e)}async sendUserMessage(e){e.newThread===!0&&await this.#r.open(null);let t={content:pe(e),attachmentIds:e.attachments?.map(({id:s})=>s)??[],...e.reply===void 0?{}:{reply:e.reply},...e.toolChoice===void 0?{}:{toolId:e.toolChoice.id},...e.model===void 0?{}:{model:e.model}};await this.#v(t)}async setComposerValue(e){this.#u(X({content:pe(e)})),await this.updateComplete}async fetchUpdates(){await this.#r.refresh()}async sendCustomAction(e,t){await this.#r.act({...e},t)}async showHistory(){this.#o||(this.#i=this.shadowRoot?.activeElement??null,this.#o=!0,this.toggleAttribute("history",!0),this.requestUpdate(),this.#g("chatkit.history.open"),this.#d.reload(),await this.updateComplete,this.renderRoot.querySelector("agentnook-history")?.focusFirst())}async hideHistory(){this.#o&&(this.#o=!1,this.toggleAttribute("history",!1),this.requestUpdate(),this.#g("chatkit.history.close"),await this.updateComplete,this.#i instanceof HTMLElement&&this.#i.isConnected&&this.#i.focus(),await this.focusComposer())}async stop(){await this.#r.stop()}willUpdate(e){let t=this.#r.state;this.#S(qe(t,this.serverState,this.#t)?.sentence??""),e.has("serverState")&&this.serverState?.state==="ready"&&t.failure?.retry==="ask"&&t.conversation.entries.length===0&&this.#r.retry()}async scheduleUpdate(){this.hasUpdated&&await Wr(),await super.scheduleUpdate()}render(){let e=this.#r.state;return d`${this.#o?this.#x():c}
      <main>
        ${Dr(e)?this.#p():this.#c(e)}
        <footer>
          ${this.#y(e)}
          <agentnook-composer
            .words=${this.#t}
            .placeholder=${this.#e?.composer?.placeholder??this.#t("element.composer.label")}
            .value=${this.#s}
            .busy=${e.phase!=="idle"&&e.phase!=="loading"}
            .stoppable=${e.conversation.allowCancel}
            .closedReason=${Vt(e,this.#t)}
            @write=${t=>this.#u(t.detail)}
            @send=${t=>{this.#b(t.detail)}}
            @stop=${()=>{this.stop()}}
          ></agentnook-composer>
          <small>${this.#e?.disclaimer?.text??""}</small>
        </footer>
      </main>
      <div class="visually-hidden" role="status" aria-live="polite">${this.#n}</div>`}firstUpdated(){this.dispatchEvent(new CustomEvent("chatkit.ready",{bubbles:!0,composed:!0}))}updated(){this.#C()}get#m(){return this.renderRoot.querySelector("agentnook-composer")}#p(){if(this.#e===null)return d`<div></div>`;let{greeting:e,prompts:t=[]}=this.#e.startScreen??{},s=t.map(({label:n,prompt:i})=>({label:n,prompt:zr(i)}));return d`<agentnook-start
      .greeting=${e??this.#t("element.greeting")}
      .prompts=${s}
      @choose=${n=>{this.#_(n.detail)}}
    ></agentnook-start>`}#c(e){return d`<agentnook-messages
      .words=${this.#t}
      .session=${e}
      .agentLabel=${this.#e?.agentLabel??""}
      .progress=${Ft(e,this.serverState,this.#t)}
      @earlier=${()=>{this.#r.loadEarlier()}}
    ></agentnook-messages>`}#y(e){let t=qe(e,this.serverState,this.#t);return t===null?c:d`<agentnook-problem
      .words=${this.#t}
      .problem=${t}
      @retry=${()=>this.#w()}
    ></agentnook-problem>`}#x(){return d`<agentnook-history
      .words=${this.#t}
      .history=${this.#d.state}
      .currentId=${this.#r.state.conversation.threadId}
      @choose=${e=>{this.#$(e.detail)}}
      @more=${()=>{this.#d.readMore()}}
      @retry=${()=>{this.#d.reload()}}
      @close=${()=>{this.hideHistory()}}
    ></agentnook-history>`}async#$(e){await this.#r.stop(),this.#r.open(e),matchMedia("(max-width: 719px)").matches?await this.hideHistory():await this.focusComposer()}async#b(e){this.#u(""),await this.#v(Ne(e.trim())).catch(()=>this.#f(e))}async#_(e){await this.#v(Ne(e)).catch(()=>this.#f(e)),await this.focusComposer()}async#v(e){this.#n="";let t=this.#r.send(e);this.renderRoot.querySelector("agentnook-messages")?.follow(),await t}#w(){this.#r.state.failure?.retry==="send"?this.#b(this.#s):this.#r.retry(),this.focusComposer()}#u(e){this.#s=e,this.requestUpdate()}#f(e){this.#u(sr(e,this.#s))}#E(e){let t=e.length>rr;this.#n=t?`${e.slice(0,rr)}…`:e,this.requestUpdate()}#S(e){e!==this.#h&&(this.#h=e,this.#n=e)}#g(e,t){this.dispatchEvent(new CustomEvent(e,{detail:t}))}#C(){let{threadId:e,title:t}=this.#r.state.conversation,s={busy:this.#r.busy,threadId:e,title:t},n={text:this.draft,threadId:e};this.#a!==(this.#a=JSON.stringify(s))&&this.#g("agentnook.state",s),this.#l!==(this.#l=JSON.stringify(n))&&this.#g("agentnook.draft",n)}};function Dr({conversation:r,phase:e}){return r.entries.length===0&&e==="idle"}function sr(r,e){return[r,e].filter(t=>t!=="").join(`

`)}function zr(r){return typeof r=="string"?r:X({content:pe({content:r})})}function Wr(){return new Promise(r=>{let e=setTimeout(r,qr);requestAnimationFrame(()=>{clearTimeout(e),r()})})}customElements.define("agentnook-chat",be);export{be as AgentnookChat,ve as wordsFrom};
