var ee=globalThis,te=ee.ShadowRoot&&(ee.ShadyCSS===void 0||ee.ShadyCSS.nativeShadow)&&"adoptedStyleSheets"in Document.prototype&&"replace"in CSSStyleSheet.prototype,Ce=Symbol(),Ke=new WeakMap,z=class{constructor(e,t,s){if(this._$cssResult$=!0,s!==Ce)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=e,this.t=t}get styleSheet(){let e=this.o,t=this.t;if(te&&e===void 0){let s=t!==void 0&&t.length===1;s&&(e=Ke.get(t)),e===void 0&&((this.o=e=new CSSStyleSheet).replaceSync(this.cssText),s&&Ke.set(t,e))}return e}toString(){return this.cssText}},Ge=r=>new z(typeof r=="string"?r:r+"",void 0,Ce),x=(r,...e)=>{let t=r.length===1?r[0]:e.reduce((s,n,o)=>s+(i=>{if(i._$cssResult$===!0)return i.cssText;if(typeof i=="number")return i;throw Error("Value passed to 'css' function must be a 'css' function result: "+i+". Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.")})(n)+r[o+1],r[0]);return new z(t,r,Ce)},Ye=(r,e)=>{if(te)r.adoptedStyleSheets=e.map(t=>t instanceof CSSStyleSheet?t:t.styleSheet);else for(let t of e){let s=document.createElement("style"),n=ee.litNonce;n!==void 0&&s.setAttribute("nonce",n),s.textContent=t.cssText,r.appendChild(s)}},Te=te?r=>r:r=>r instanceof CSSStyleSheet?(e=>{let t="";for(let s of e.cssRules)t+=s.cssText;return Ge(t)})(r):r;var{is:cr,defineProperty:pr,getOwnPropertyDescriptor:ur,getOwnPropertyNames:mr,getOwnPropertySymbols:fr,getPrototypeOf:gr}=Object,re=globalThis,Xe=re.trustedTypes,yr=Xe?Xe.emptyScript:"",vr=re.reactiveElementPolyfillSupport,F=(r,e)=>r,Ae={toAttribute(r,e){switch(e){case Boolean:r=r?yr:null;break;case Object:case Array:r=r==null?r:JSON.stringify(r)}return r},fromAttribute(r,e){let t=r;switch(e){case Boolean:t=r!==null;break;case Number:t=r===null?null:Number(r);break;case Object:case Array:try{t=JSON.parse(r)}catch{t=null}}return t}},Ze=(r,e)=>!cr(r,e),Qe={attribute:!0,type:String,converter:Ae,reflect:!1,useDefault:!1,hasChanged:Ze};Symbol.metadata??=Symbol("metadata"),re.litPropertyMetadata??=new WeakMap;var T=class extends HTMLElement{static addInitializer(e){this._$Ei(),(this.l??=[]).push(e)}static get observedAttributes(){return this.finalize(),this._$Eh&&[...this._$Eh.keys()]}static createProperty(e,t=Qe){if(t.state&&(t.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(e)&&((t=Object.create(t)).wrapped=!0),this.elementProperties.set(e,t),!t.noAccessor){let s=Symbol(),n=this.getPropertyDescriptor(e,s,t);n!==void 0&&pr(this.prototype,e,n)}}static getPropertyDescriptor(e,t,s){let{get:n,set:o}=ur(this.prototype,e)??{get(){return this[t]},set(i){this[t]=i}};return{get:n,set(i){let h=n?.call(this);o?.call(this,i),this.requestUpdate(e,h,s)},configurable:!0,enumerable:!0}}static getPropertyOptions(e){return this.elementProperties.get(e)??Qe}static _$Ei(){if(this.hasOwnProperty(F("elementProperties")))return;let e=gr(this);e.finalize(),e.l!==void 0&&(this.l=[...e.l]),this.elementProperties=new Map(e.elementProperties)}static finalize(){if(this.hasOwnProperty(F("finalized")))return;if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(F("properties"))){let t=this.properties,s=[...mr(t),...fr(t)];for(let n of s)this.createProperty(n,t[n])}let e=this[Symbol.metadata];if(e!==null){let t=litPropertyMetadata.get(e);if(t!==void 0)for(let[s,n]of t)this.elementProperties.set(s,n)}this._$Eh=new Map;for(let[t,s]of this.elementProperties){let n=this._$Eu(t,s);n!==void 0&&this._$Eh.set(n,t)}this.elementStyles=this.finalizeStyles(this.styles)}static finalizeStyles(e){let t=[];if(Array.isArray(e)){let s=new Set(e.flat(1/0).reverse());for(let n of s)t.unshift(Te(n))}else e!==void 0&&t.push(Te(e));return t}static _$Eu(e,t){let s=t.attribute;return s===!1?void 0:typeof s=="string"?s:typeof e=="string"?e.toLowerCase():void 0}constructor(){super(),this._$Ep=void 0,this.isUpdatePending=!1,this.hasUpdated=!1,this._$Em=null,this._$Ev()}_$Ev(){this._$ES=new Promise(e=>this.enableUpdating=e),this._$AL=new Map,this._$E_(),this.requestUpdate(),this.constructor.l?.forEach(e=>e(this))}addController(e){(this._$EO??=new Set).add(e),this.renderRoot!==void 0&&this.isConnected&&e.hostConnected?.()}removeController(e){this._$EO?.delete(e)}_$E_(){let e=new Map,t=this.constructor.elementProperties;for(let s of t.keys())this.hasOwnProperty(s)&&(e.set(s,this[s]),delete this[s]);e.size>0&&(this._$Ep=e)}createRenderRoot(){let e=this.shadowRoot??this.attachShadow(this.constructor.shadowRootOptions);return Ye(e,this.constructor.elementStyles),e}connectedCallback(){this.renderRoot??=this.createRenderRoot(),this.enableUpdating(!0),this._$EO?.forEach(e=>e.hostConnected?.())}enableUpdating(e){}disconnectedCallback(){this._$EO?.forEach(e=>e.hostDisconnected?.())}attributeChangedCallback(e,t,s){this._$AK(e,s)}_$ET(e,t){let s=this.constructor.elementProperties.get(e),n=this.constructor._$Eu(e,s);if(n!==void 0&&s.reflect===!0){let o=(s.converter?.toAttribute!==void 0?s.converter:Ae).toAttribute(t,s.type);this._$Em=e,o==null?this.removeAttribute(n):this.setAttribute(n,o),this._$Em=null}}_$AK(e,t){let s=this.constructor,n=s._$Eh.get(e);if(n!==void 0&&this._$Em!==n){let o=s.getPropertyOptions(n),i=typeof o.converter=="function"?{fromAttribute:o.converter}:o.converter?.fromAttribute!==void 0?o.converter:Ae;this._$Em=n;let h=i.fromAttribute(t,o.type);this[n]=h??this._$Ej?.get(n)??h,this._$Em=null}}requestUpdate(e,t,s,n=!1,o){if(e!==void 0){let i=this.constructor;if(n===!1&&(o=this[e]),s??=i.getPropertyOptions(e),!((s.hasChanged??Ze)(o,t)||s.useDefault&&s.reflect&&o===this._$Ej?.get(e)&&!this.hasAttribute(i._$Eu(e,s))))return;this.C(e,t,s)}this.isUpdatePending===!1&&(this._$ES=this._$EP())}C(e,t,{useDefault:s,reflect:n,wrapped:o},i){s&&!(this._$Ej??=new Map).has(e)&&(this._$Ej.set(e,i??t??this[e]),o!==!0||i!==void 0)||(this._$AL.has(e)||(this.hasUpdated||s||(t=void 0),this._$AL.set(e,t)),n===!0&&this._$Em!==e&&(this._$Eq??=new Set).add(e))}async _$EP(){this.isUpdatePending=!0;try{await this._$ES}catch(t){Promise.reject(t)}let e=this.scheduleUpdate();return e!=null&&await e,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}performUpdate(){if(!this.isUpdatePending)return;if(!this.hasUpdated){if(this.renderRoot??=this.createRenderRoot(),this._$Ep){for(let[n,o]of this._$Ep)this[n]=o;this._$Ep=void 0}let s=this.constructor.elementProperties;if(s.size>0)for(let[n,o]of s){let{wrapped:i}=o,h=this[n];i!==!0||this._$AL.has(n)||h===void 0||this.C(n,void 0,o,h)}}let e=!1,t=this._$AL;try{e=this.shouldUpdate(t),e?(this.willUpdate(t),this._$EO?.forEach(s=>s.hostUpdate?.()),this.update(t)):this._$EM()}catch(s){throw e=!1,this._$EM(),s}e&&this._$AE(t)}willUpdate(e){}_$AE(e){this._$EO?.forEach(t=>t.hostUpdated?.()),this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(e)),this.updated(e)}_$EM(){this._$AL=new Map,this.isUpdatePending=!1}get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}shouldUpdate(e){return!0}update(e){this._$Eq&&=this._$Eq.forEach(t=>this._$ET(t,this[t])),this._$EM()}updated(e){}firstUpdated(e){}};T.elementStyles=[],T.shadowRootOptions={mode:"open"},T[F("elementProperties")]=new Map,T[F("finalized")]=new Map,vr?.({ReactiveElement:T}),(re.reactiveElementVersions??=[]).push("2.1.2");var Pe=globalThis,et=r=>r,se=Pe.trustedTypes,tt=se?se.createPolicy("lit-html",{createHTML:r=>r}):void 0,Re="$lit$",A=`lit$${Math.random().toFixed(9).slice(2)}$`,Oe="?"+A,wr=`<${Oe}>`,L=document,J=()=>L.createComment(""),K=r=>r===null||typeof r!="object"&&typeof r!="function",Ie=Array.isArray,at=r=>Ie(r)||typeof r?.[Symbol.iterator]=="function",ke=`[ 	
\f\r]`,V=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,rt=/-->/g,st=/>/g,M=RegExp(`>|${ke}(?:([^\\s"'>=/]+)(${ke}*=${ke}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),nt=/'/g,ot=/"/g,lt=/^(?:script|style|textarea|title)$/i,Me=r=>(e,...t)=>({_$litType$:r,strings:e,values:t}),d=Me(1),E=Me(2),Zr=Me(3),w=Symbol.for("lit-noChange"),c=Symbol.for("lit-nothing"),it=new WeakMap,N=L.createTreeWalker(L,129);function dt(r,e){if(!Ie(r)||!r.hasOwnProperty("raw"))throw Error("invalid template strings array");return tt!==void 0?tt.createHTML(e):e}var ht=(r,e)=>{let t=r.length-1,s=[],n,o=e===2?"<svg>":e===3?"<math>":"",i=V;for(let h=0;h<t;h++){let a=r[h],u,g,l=-1,f=0;for(;f<a.length&&(i.lastIndex=f,g=i.exec(a),g!==null);)f=i.lastIndex,i===V?g[1]==="!--"?i=rt:g[1]!==void 0?i=st:g[2]!==void 0?(lt.test(g[2])&&(n=RegExp("</"+g[2],"g")),i=M):g[3]!==void 0&&(i=M):i===M?g[0]===">"?(i=n??V,l=-1):g[1]===void 0?l=-2:(l=i.lastIndex-g[2].length,u=g[1],i=g[3]===void 0?M:g[3]==='"'?ot:nt):i===ot||i===nt?i=M:i===rt||i===st?i=V:(i=M,n=void 0);let p=i===M&&r[h+1].startsWith("/>")?" ":"";o+=i===V?a+wr:l>=0?(s.push(u),a.slice(0,l)+Re+a.slice(l)+A+p):a+A+(l===-2?h:p)}return[dt(r,o+(r[t]||"<?>")+(e===2?"</svg>":e===3?"</math>":"")),s]},G=class r{constructor({strings:e,_$litType$:t},s){let n;this.parts=[];let o=0,i=0,h=e.length-1,a=this.parts,[u,g]=ht(e,t);if(this.el=r.createElement(u,s),N.currentNode=this.el.content,t===2||t===3){let l=this.el.content.firstChild;l.replaceWith(...l.childNodes)}for(;(n=N.nextNode())!==null&&a.length<h;){if(n.nodeType===1){if(n.hasAttributes())for(let l of n.getAttributeNames())if(l.endsWith(Re)){let f=g[i++],p=n.getAttribute(l).split(A),y=/([.?@])?(.*)/.exec(f);a.push({type:1,index:o,name:y[2],strings:p,ctor:y[1]==="."?oe:y[1]==="?"?ie:y[1]==="@"?ae:H}),n.removeAttribute(l)}else l.startsWith(A)&&(a.push({type:6,index:o}),n.removeAttribute(l));if(lt.test(n.tagName)){let l=n.textContent.split(A),f=l.length-1;if(f>0){n.textContent=se?se.emptyScript:"";for(let p=0;p<f;p++)n.append(l[p],J()),N.nextNode(),a.push({type:2,index:++o});n.append(l[f],J())}}}else if(n.nodeType===8)if(n.data===Oe)a.push({type:2,index:o});else{let l=-1;for(;(l=n.data.indexOf(A,l+1))!==-1;)a.push({type:7,index:o}),l+=A.length-1}o++}}static createElement(e,t){let s=L.createElement("template");return s.innerHTML=e,s}};function U(r,e,t=r,s){if(e===w)return e;let n=s!==void 0?t._$Co?.[s]:t._$Cl,o=K(e)?void 0:e._$litDirective$;return n?.constructor!==o&&(n?._$AO?.(!1),o===void 0?n=void 0:(n=new o(r),n._$AT(r,t,s)),s!==void 0?(t._$Co??=[])[s]=n:t._$Cl=n),n!==void 0&&(e=U(r,n._$AS(r,e.values),n,s)),e}var ne=class{constructor(e,t){this._$AV=[],this._$AN=void 0,this._$AD=e,this._$AM=t}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(e){let{el:{content:t},parts:s}=this._$AD,n=(e?.creationScope??L).importNode(t,!0);N.currentNode=n;let o=N.nextNode(),i=0,h=0,a=s[0];for(;a!==void 0;){if(i===a.index){let u;a.type===2?u=new j(o,o.nextSibling,this,e):a.type===1?u=new a.ctor(o,a.name,a.strings,this,e):a.type===6&&(u=new le(o,this,e)),this._$AV.push(u),a=s[++h]}i!==a?.index&&(o=N.nextNode(),i++)}return N.currentNode=L,n}p(e){let t=0;for(let s of this._$AV)s!==void 0&&(s.strings!==void 0?(s._$AI(e,s,t),t+=s.strings.length-2):s._$AI(e[t])),t++}},j=class r{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(e,t,s,n){this.type=2,this._$AH=c,this._$AN=void 0,this._$AA=e,this._$AB=t,this._$AM=s,this.options=n,this._$Cv=n?.isConnected??!0}get parentNode(){let e=this._$AA.parentNode,t=this._$AM;return t!==void 0&&e?.nodeType===11&&(e=t.parentNode),e}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(e,t=this){e=U(this,e,t),K(e)?e===c||e==null||e===""?(this._$AH!==c&&this._$AR(),this._$AH=c):e!==this._$AH&&e!==w&&this._(e):e._$litType$!==void 0?this.$(e):e.nodeType!==void 0?this.T(e):at(e)?this.k(e):this._(e)}O(e){return this._$AA.parentNode.insertBefore(e,this._$AB)}T(e){this._$AH!==e&&(this._$AR(),this._$AH=this.O(e))}_(e){this._$AH!==c&&K(this._$AH)?this._$AA.nextSibling.data=e:this.T(L.createTextNode(e)),this._$AH=e}$(e){let{values:t,_$litType$:s}=e,n=typeof s=="number"?this._$AC(e):(s.el===void 0&&(s.el=G.createElement(dt(s.h,s.h[0]),this.options)),s);if(this._$AH?._$AD===n)this._$AH.p(t);else{let o=new ne(n,this),i=o.u(this.options);o.p(t),this.T(i),this._$AH=o}}_$AC(e){let t=it.get(e.strings);return t===void 0&&it.set(e.strings,t=new G(e)),t}k(e){Ie(this._$AH)||(this._$AH=[],this._$AR());let t=this._$AH,s,n=0;for(let o of e)n===t.length?t.push(s=new r(this.O(J()),this.O(J()),this,this.options)):s=t[n],s._$AI(o),n++;n<t.length&&(this._$AR(s&&s._$AB.nextSibling,n),t.length=n)}_$AR(e=this._$AA.nextSibling,t){for(this._$AP?.(!1,!0,t);e!==this._$AB;){let s=et(e).nextSibling;et(e).remove(),e=s}}setConnected(e){this._$AM===void 0&&(this._$Cv=e,this._$AP?.(e))}},H=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(e,t,s,n,o){this.type=1,this._$AH=c,this._$AN=void 0,this.element=e,this.name=t,this._$AM=n,this.options=o,s.length>2||s[0]!==""||s[1]!==""?(this._$AH=Array(s.length-1).fill(new String),this.strings=s):this._$AH=c}_$AI(e,t=this,s,n){let o=this.strings,i=!1;if(o===void 0)e=U(this,e,t,0),i=!K(e)||e!==this._$AH&&e!==w,i&&(this._$AH=e);else{let h=e,a,u;for(e=o[0],a=0;a<o.length-1;a++)u=U(this,h[s+a],t,a),u===w&&(u=this._$AH[a]),i||=!K(u)||u!==this._$AH[a],u===c?e=c:e!==c&&(e+=(u??"")+o[a+1]),this._$AH[a]=u}i&&!n&&this.j(e)}j(e){e===c?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,e??"")}},oe=class extends H{constructor(){super(...arguments),this.type=3}j(e){this.element[this.name]=e===c?void 0:e}},ie=class extends H{constructor(){super(...arguments),this.type=4}j(e){this.element.toggleAttribute(this.name,!!e&&e!==c)}},ae=class extends H{constructor(e,t,s,n,o){super(e,t,s,n,o),this.type=5}_$AI(e,t=this){if((e=U(this,e,t,0)??c)===w)return;let s=this._$AH,n=e===c&&s!==c||e.capture!==s.capture||e.once!==s.once||e.passive!==s.passive,o=e!==c&&(s===c||n);n&&this.element.removeEventListener(this.name,this,s),o&&this.element.addEventListener(this.name,this,e),this._$AH=e}handleEvent(e){typeof this._$AH=="function"?this._$AH.call(this.options?.host??this.element,e):this._$AH.handleEvent(e)}},le=class{constructor(e,t,s){this.element=e,this.type=6,this._$AN=void 0,this._$AM=t,this.options=s}get _$AU(){return this._$AM._$AU}_$AI(e){U(this,e)}},ct={M:Re,P:A,A:Oe,C:1,L:ht,R:ne,D:at,V:U,I:j,H,N:ie,U:ae,B:oe,F:le},br=Pe.litHtmlPolyfillSupport;br?.(G,j),(Pe.litHtmlVersions??=[]).push("3.3.3");var pt=(r,e,t)=>{let s=t?.renderBefore??e,n=s._$litPart$;if(n===void 0){let o=t?.renderBefore??null;s._$litPart$=n=new j(e.insertBefore(J(),o),o,void 0,t??{})}return n._$AI(r),n};var Ne=globalThis,v=class extends T{constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0}createRenderRoot(){let e=super.createRenderRoot();return this.renderOptions.renderBefore??=e.firstChild,e}update(e){let t=this.render();this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(e),this._$Do=pt(t,this.renderRoot,this.renderOptions)}connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}render(){return w}};v._$litElement$=!0,v.finalized=!0,Ne.litElementHydrateSupport?.({LitElement:v});var xr=Ne.litElementPolyfillSupport;xr?.({LitElement:v});(Ne.litElementVersions??=[]).push("4.2.2");function Y({text:r,content:e}){return e===void 0?[{type:"input_text",text:r??""}]:e.map(t=>{if(t.type==="input_text")return{type:"input_text",text:t.text};let s=t.group===void 0?{}:{group:t.group},{id:n,data:o={},interactive:i=!1}=t;return{type:"input_tag",id:n,text:t.text,data:o,interactive:i,...s}})}function de(r){return{content:[{type:"input_text",text:r}]}}function D(r){return r.content.map(e=>e.text).join("")}function ut(r,e){let t={content:e.content,attachments:e.attachmentIds??[],quoted_text:e.reply??null,inference_options:{...e.toolId===void 0?{}:{tool_choice:{id:e.toolId}},...e.model===void 0?{}:{model:e.model}}};return r===null?{type:"threads.create",params:{input:t}}:{type:"threads.add_user_message",params:{thread_id:r,input:t}}}function mt(r,e){return{type:"threads.add_client_tool_output",params:{thread_id:r,result:e}}}function ft(r,e){return{type:"threads.retry_after_item",params:{thread_id:r,item_id:e}}}function gt(r,e,t){return{type:"threads.custom_action",params:{thread_id:r,...t===void 0?{}:{item_id:t},action:e}}}var yt=x`
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
`;var m=class r extends Error{code;sentence;hint;retryable;constructor(e,t,s={}){super(s.sentence??t,{cause:s.cause}),this.name=e,this.code=t,this.sentence=s.sentence??null,this.hint=s.hint??"",this.retryable=s.retryable??!0}renamed(e){let{code:t,sentence:s,hint:n,retryable:o}=this;return new r(e,t,{sentence:s,hint:n,retryable:o,cause:this})}};var he=class{#e="";#t=[];#r=0;#s=!1;push(e){let t=[],s=this.#s&&e.startsWith(`
`)?e.slice(1):e;e!==""&&(this.#s=e.endsWith("\r"));let n=s.split(/\r\n|\r|\n/),o=n.pop()??"";for(let i of n)this.#i(this.#e+i,t),this.#e="";if(this.#e+=o,this.#r+this.#e.length>16777216)throw new RangeError("event too long");return t}#i(e,t){if(e==="")this.#t.length>0&&t.push(this.#t.join(`
`)),this.#t=[],this.#r=0;else if(e==="data"||e.startsWith("data:")){let s=e.slice(e.startsWith("data: ")?6:5);this.#t.push(s),this.#r+=s.length}}};function k(r){return typeof r=="object"&&r!==null&&!Array.isArray(r)}function _(r){return k(r)?r:{}}function b(r){return typeof r=="string"?r:""}function X(r){return typeof r=="string"&&r!==""?r:null}function $r(r){return typeof r=="number"&&Number.isInteger(r)&&r>=0&&r<1e4?r:0}function xt(r){return Array.isArray(r)?r:[]}function ce(r,e){let t=_(r),s=[];for(let n of xt(t.data)){let o=e(n);o!==null&&s.push(o)}return{data:s,hasMore:t.has_more===!0,after:X(t.after)}}function Er(r){let e=_(r),t=e.type;return{type:t==="locked"||t==="closed"?t:"active",reason:X(e.reason)}}function pe(r){return!k(r)||!b(r.id)?null:{id:b(r.id),title:X(r.title),createdAt:b(r.created_at),status:Er(r.status)}}function $t(r){let e=pe(r);return e===null?null:{...e,items:ce(_(r).items,ue)}}function vt(r){return xt(r).map(e=>b(_(e).text))}function ue(r){if(!k(r)||!b(r.id))return null;let e=b(r.id);switch(r.type){case"user_message":return{type:"user_message",id:e,text:vt(r.content).join("")};case"assistant_message":return{type:"assistant_message",id:e,parts:vt(r.content)};case"client_tool_call":return{type:"client_tool_call",id:e,status:r.status==="completed"?"completed":"pending",name:b(r.name),arguments:_(r.arguments)};default:return{type:"other",id:e,kind:b(r.type)}}}function _r(r){let e=_(r),t=$r(e.content_index);switch(e.type){case"assistant_message.content_part.text_delta":return{type:"text_delta",part:t,delta:b(e.delta)};case"assistant_message.content_part.added":case"assistant_message.content_part.done":return{type:"part",part:t,text:b(_(e.content).text)};default:return{type:"other"}}}function Sr(r){return r==="warning"||r==="danger"?r:"info"}function wt(r,e){let t=ue(r.item);return t&&{type:"item",finished:e,item:t}}function bt(r,e){let t=pe(r.thread);return t&&{type:"thread",created:e,thread:t}}function Et(r){let e=_(r);switch(e.type){case"thread.created":return bt(e,!0);case"thread.updated":return bt(e,!1);case"thread.item.added":return wt(e,!1);case"thread.item.done":case"thread.item.replaced":return wt(e,!0);case"thread.item.updated":return{type:"item_updated",itemId:b(e.item_id),update:_r(e.update)};case"thread.item.removed":return{type:"item_removed",itemId:b(e.item_id)};case"stream_options":return{type:"options",allowCancel:_(e.stream_options).allow_cancel!==!1};case"progress_update":return{type:"progress",text:b(e.text)};case"client_effect":return{type:"effect",name:b(e.name),data:_(e.data)};case"notice":return{type:"notice",level:Sr(e.level),title:X(e.title),message:b(e.message)};case"error":return{type:"error",code:b(e.code),message:X(e.message),allowRetry:e.allow_retry===!0};default:return null}}var Q=class{#e=new AbortController;#t;constructor(e){this.restart(e)}get signal(){return this.#e.signal}get passed(){return this.#e.signal.aborted}restart(e){this.clear(),this.#t=setTimeout(()=>this.#e.abort(),e)}clear(){clearTimeout(this.#t)}};function Z(r,e){return new Promise((t,s)=>{let n=()=>s(e.reason);e.aborted&&n(),e.addEventListener("abort",n,{once:!0}),r.then(t,s).finally(()=>e.removeEventListener("abort",n))})}var Cr={answerMilliseconds:9e4,silenceMilliseconds:33e4,replyMilliseconds:6e4},me=class{#e;#t;constructor(e,t=Cr){this.#e=e,this.#t=t}async*stream(e,t){let s=new Q(this.#t.answerMilliseconds),n;try{let o=await this.#r(e,"text/event-stream",AbortSignal.any([t,s.signal]));if(o.body===null)return;n=o.body.getReader();let i=new TextDecoder,h=new he;for(;;){s.restart(this.#t.silenceMilliseconds);let{done:a,value:u}=await n.read();if(a)return;yield*Tr(h,i.decode(u,{stream:!0}))}}catch(o){throw _t(o,t,s)}finally{s.clear(),n?.cancel().catch(()=>{})}}async ask(e,t){let s=new Q(this.#t.replyMilliseconds);try{return await(await this.#r(e,"application/json",AbortSignal.any([t,s.signal]))).json()}catch(n){throw _t(n,t,s)}finally{s.clear()}}async#r(e,t,s){let{url:n,locale:o,fetch:i}=this.#e,h=await i(n,{method:"POST",headers:{"Content-Type":"application/json",Accept:t,"Accept-Language":o},body:JSON.stringify({...e,metadata:{}}),signal:s});if(!h.ok)throw await Pr(h);return h}};function*Tr(r,e){for(let t of Ar(r,e)){let s=Et(kr(t));s!==null&&(yield s)}}function Ar(r,e){try{return r.push(e)}catch(t){throw new m("StreamEventParsingError","unreadable",{cause:t})}}function kr(r){try{return JSON.parse(r)}catch(e){throw new m("StreamEventParsingError","unreadable",{cause:e})}}async function Pr(r){let e=await r.json().catch(()=>null),t=k(e)?k(e.error)?e.error:e:{},{message:s,hint:n,retryable:o}=t;return new m("HttpError",r.status===404?"missing":"refused",{sentence:typeof s=="string"&&s!==""?s:null,hint:typeof n=="string"?n:"",retryable:typeof o=="boolean"?o:Rr(r.status)})}function Rr(r){return r>=500||r===408||r===425||r===429}function _t(r,e,t){return e.aborted||r instanceof m?r:t.passed?new m("NetworkError","deadline",{cause:r}):new m("NetworkError","network",{cause:r})}var S="unsent",q={threadId:null,title:null,status:{type:"active",reason:null},entries:[],earlier:null,progress:null,allowCancel:!0,noticeCount:0};function St(r,e){return{...Mt(q,r),entries:e.data,earlier:e.hasMore?e.after:null}}function Ct(r,e){let t=new Set(r.entries.map(n=>n.id)),s=e.data.filter(n=>!t.has(n.id));return{...r,entries:[...s,...r.entries],earlier:e.hasMore?e.after:null}}function Le(r,e){return He(r,{type:"user_message",id:S,text:e})}function Tt(r){return Nt(r,S)}function At(r,e){let t=r.entries.findLastIndex(s=>s.id===e);return t<0?r:{...r,entries:r.entries.slice(0,t+1)}}function kt(r,e){return je(r,e,t=>t.type==="client_tool_call"?{...t,status:"completed"}:t)}function Ue(r){return{...r,progress:null,allowCancel:!0}}function Pt(r,e){switch(e.type){case"thread":return Mt(r,e.thread);case"item":return Or(r,e.item);case"item_updated":return je(r,e.itemId,t=>Mr(t,e.update));case"item_removed":return Nt(r,e.itemId);case"options":return{...r,allowCancel:e.allowCancel};case"progress":return{...r,progress:e.text||null};case"notice":return Ir(r,e.level,e.title,e.message);case"effect":case"error":return r}}function Rt(r){let e=r.entries.findLast(t=>t.type!=="notice");return e?.type==="client_tool_call"&&e.status==="pending"?e:null}function Ot(r){return r.entries.findLast(t=>t.type==="user_message"&&t.id!==S)?.id??null}function It(r){let e=r.entries.findLast(t=>t.id===S);return e?.type==="user_message"?e.text:""}function fe(r){return r.parts.join(`

`)}function Mt(r,e){return{...r,threadId:e.id,title:e.title,status:e.status}}function Or(r,e){return e.type==="user_message"&&r.entries.some(t=>t.id===S)?je(r,S,()=>e):{...He(r,e),progress:null}}function Ir(r,e,t,s){let n=r.noticeCount+1,o={type:"notice",id:`notice-${n}`,level:e,title:t,message:s};return{...He(r,o),noticeCount:n}}function He(r,e){let t=r.entries.findLastIndex(s=>s.id===e.id);return{...r,entries:t<0?[...r.entries,e]:Lt(r,t,e)}}function Nt(r,e){return{...r,entries:r.entries.filter(t=>t.id!==e)}}function je(r,e,t){let s=r.entries.findLastIndex(o=>o.id===e),n=r.entries[s];return n===void 0?r:{...r,entries:Lt(r,s,t(n))}}function Lt(r,e,t){let s=r.entries.slice();return s[e]=t,s}function Mr(r,e){if(r.type!=="assistant_message"||e.type==="other")return r;let t=r.parts.slice();for(;t.length<=e.part;)t.push("");return t[e.part]=e.type==="text_delta"?t[e.part]+e.delta:e.text,{...r,parts:t}}var Nr=50,Lr=30;async function De(r,e,t){let s=await r.ask({type:"threads.get_by_id",params:{thread_id:e}},t),n=$t(s);if(n===null)throw new m("InitialThreadLoadError","unreadable");let o=n.items.hasMore?await qe(r,e,null,t):{...n.items,after:null};return St(n,o)}async function qe(r,e,t,s){let o={thread_id:e,limit:Nr,order:"desc",...t===null?{}:{after:t}},i=ce(await r.ask({type:"items.list",params:o},s),ue);return{...i,data:i.data.toReversed()}}async function Ut(r,e,t){let n={limit:Lr,order:"desc",...e===null?{}:{after:e}};return ce(await r.ask({type:"threads.list",params:n},t),pe)}var ge=class{#e={threads:[],more:!1,loading:!1,failure:null};#t=null;#r=new AbortController;#s;#i;constructor(e,t){this.#s=e,this.#i=t}get state(){return this.#e}async reload(){this.#r.abort(),await this.#a(null,[])}async readMore(){!this.#e.more||this.#e.loading||await this.#a(this.#t,this.#e.threads)}async#a(e,t){let s=new AbortController;this.#r=s,this.#l({loading:!0,failure:null});try{let n=await Ut(await this.#s(),e,s.signal);if(s.signal.aborted)return;this.#t=n.after,this.#l({threads:[...t,...n.data],more:n.hasMore,loading:!1})}catch(n){if(s.signal.aborted)return;let o=n instanceof m?n.renamed("HistoryViewError"):null;this.#l({loading:!1,failure:o??new m("HistoryViewError","unreadable",{cause:n})})}}#l(e){this.#e={...this.#e,...e},this.#i()}};async function jt(r,e,t){if(r===null)return Ht(new Error("No handler for client tool calls"),"unknown_tool");try{let s=Promise.resolve(r({name:e.name,params:e.arguments})),n=await Z(s,t);return k(n)?n:{}}catch(s){if(t.aborted)throw s;return Ht(s,"tool_failed")}}function Ht(r,e){let t=k(r)?r:{};return{success:!1,error:{code:typeof t.code=="string"?t.code:e,message:typeof t.message=="string"?t.message:"The tool failed.",hint:typeof t.hint=="string"?t.hint:"",retryable:t.retryable===!0}}}var Dt={conversation:q,phase:"idle",slow:!1,loadingEarlier:!1,failure:null};var Ur=25,Hr=400,ye=class{onClientTool=null;#e=Dt;#t;#r;#s=()=>{};#i=null;#a=Promise.resolve();#l=new AbortController;#o=null;#d=0;constructor(e){this.#t=e,this.#r=new Promise(t=>{this.#s=t})}get state(){return this.#e}get busy(){return this.#e.phase!=="idle"||this.unsentText!==""}get unsentText(){return It(this.#e.conversation)}connect(e){this.#i=e,this.#s(e)}async client(){let e=await this.#r;return this.#i??e}async send(e){if(D(e).trim()==="")return;let t=this.#e.phase==="loading"&&this.unsentText==="";if(this.busy&&!t)throw new m("IntegrationError","busy");this.#n({conversation:Le(this.#e.conversation,D(e)),failure:null}),await this.#a,this.unsentText!==""&&await this.#u(()=>ut(this.#e.conversation.threadId,e))}async act(e,t){this.#h();let{threadId:s}=this.#e.conversation;if(s===null)throw new m("IntegrationError","options");await this.#u(()=>gt(s,e,t))}async retry(){let e=this.#o;e!==null&&!this.busy&&await e()}async stop(){this.#l.abort(),await this.#a}async show(e){let t=this.#d+=1;await this.stop(),t===this.#d&&await this.open(e)}async open(e){this.#h(),this.#o=null,this.#n({conversation:{...q,threadId:e},failure:null}),this.#t.event("chatkit.thread.change",{threadId:e}),e!==null&&await this.#c(t=>this.#p(e,t))}async refresh(){this.#h();let{threadId:e}=this.#e.conversation;if(e===null)return;let t=await De(await this.client(),e,new AbortController().signal);!this.busy&&this.#e.conversation.threadId===e&&this.#n({conversation:t})}async loadEarlier(){let{conversation:e,loadingEarlier:t}=this.#e,{threadId:s,earlier:n}=e;if(!(s===null||n===null||t)){this.#n({loadingEarlier:!0});try{let o=await qe(await this.client(),s,n,new AbortController().signal);this.#e.conversation.threadId===s&&this.#n({conversation:Ct(this.#e.conversation,o)})}catch(o){this.#g(o,"InitialThreadLoadError")}finally{this.#n({loadingEarlier:!1})}}}#h(){if(this.busy)throw new m("IntegrationError","busy")}#n(e){this.#e={...this.#e,...e},this.#t.changed()}async#c(e){this.#l=new AbortController,this.#a=e(this.#l.signal),await this.#a}async#p(e,t){this.#n({phase:"loading"}),this.#t.event("chatkit.thread.load.start",{threadId:e});try{let s=await De(await Z(this.client(),t),e,t),n=this.unsentText;this.#n({conversation:n===""?s:Le(s,n)})}catch(s){this.#y(),t.aborted||this.#f(e,this.#g(s,"InitialThreadLoadError"))}finally{this.#n({phase:"idle"}),this.#t.event("chatkit.thread.load.end",{threadId:e})}}#f(e,t){if(t.code!=="missing"){this.#m(t,()=>this.open(e));return}this.#n({conversation:q}),this.#t.event("chatkit.thread.change",{threadId:null}),this.#m(t,null)}async#u(e){this.#o=null,this.#n({failure:null}),await this.#c(async t=>{try{let s=e();for(let n=0;s!==null;n+=1){if(n>Ur)throw new m("StreamError","rounds",{retryable:!1});await this.#w(s,t),s=await this.#E(t)}if(this.unsentText!=="")throw new m("StreamError","unreadable")}catch(s){this.#v(s,t)}finally{this.#n({phase:"idle",slow:!1,conversation:Ue(this.#e.conversation)})}})}#v(e,t){let s=this.#y();if(t.aborted)return;let n=this.#g(e,"StreamError");s?this.#m(n,"composer"):this.#m(n,n.retryable?this.#o:null)}async#w(e,t){this.#o=()=>this.#u(()=>e),this.#n({phase:"waiting",slow:!1});let s=setTimeout(()=>this.#n({slow:!0}),Hr),n=null;try{let o=await Z(this.client(),t);for await(let i of o.stream(e,t))clearTimeout(s),this.#b(),n=this.#$(i)??n}finally{clearTimeout(s),this.#e.phase==="streaming"&&this.#t.event("chatkit.response.end",void 0)}if(n!==null)throw n}#b(){this.#e.phase!=="streaming"&&(this.#o=()=>this.#x(),this.#n({phase:"streaming",slow:!1}),this.#t.event("chatkit.response.start",void 0))}async#x(){let{conversation:e}=this.#e,t=Ot(e);if(e.threadId===null||t===null)return;let s=ft(e.threadId,t);this.#n({conversation:At(e,t)}),await this.#u(()=>s)}#$(e){if(e.type==="error")return new m("StreamError","stream",{sentence:e.message,retryable:e.allowRetry});let t=this.#e.conversation;this.#n({conversation:Pt(t,e)});let{threadId:s}=this.#e.conversation;return s!==t.threadId&&this.#t.event("chatkit.thread.change",{threadId:s}),e.type==="effect"&&this.#t.event("chatkit.effect",{name:e.name,data:e.data}),e.type==="item"&&e.finished&&e.item.type==="assistant_message"&&this.#t.answered(fe(e.item)),null}async#E(e){let{conversation:t}=this.#e,s=Rt(t);if(s===null||t.threadId===null)return null;this.#n({phase:"tool",conversation:Ue(t)});let n=await jt(this.onClientTool,s,e);return this.#n({conversation:kt(this.#e.conversation,s.id)}),mt(t.threadId,n)}#y(){let e=this.unsentText;return e===""?!1:(this.#n({conversation:Tt(this.#e.conversation)}),this.#t.returned(e),!0)}#m(e,t){this.#o=t==="composer"?null:t;let s=t==="composer"?"send":t===null?"none":"ask";this.#n({failure:{error:e,retry:s}})}#g(e,t){let s=e instanceof m?e:new m(t,"stream",{cause:e});return this.#t.event("chatkit.error",{error:s}),s}};function qt(r,e,t){let{conversation:s,phase:n,slow:o}=r;if(n==="tool")return t("element.progress.tool");if(s.progress!==null)return s.progress;if(n==="waiting")return o?t(jr(e)):"";let i=s.entries.at(-1)?.type==="assistant_message";return n==="streaming"&&!i?"":null}function Bt(r,e,t){let n=e?.state==="failed"||e?.state==="stopped"?e.message||t("element.failure.stopped"):null;if(r.failure===null)return n===null?null:{sentence:n,hint:"",retry:!1};let{error:o,retry:i}=r.failure;return{sentence:o.sentence??n??t(`element.failure.${o.code}`),hint:i==="send"?t("element.failure.unsent"):o.hint,retry:i!=="none"}}function Wt(r,e){let{type:t,reason:s}=r.conversation.status;return t==="active"?null:s??e(`element.${t}`)}function jr(r){return r?.state==="ready"?"element.progress.working":"element.progress.starting"}var zt={"element.agent_said":"{agent} said:","element.closed":"This conversation is closed.","element.composer.label":"Message","element.composer.send":"Send","element.composer.stop":"Stop the answer","element.conversation":"Conversation","element.disclaimer.local":"{agent}. What you write stays on this computer.","element.earlier":"Show earlier messages","element.failure.busy":"The last answer is still being written.","element.failure.deadline":"No answer came in time.","element.failure.missing":"That conversation is not here any more.","element.failure.network":"The conversation could not be reached.","element.failure.options":"This chat is not set up.","element.failure.refused":"The request was not accepted.","element.failure.rounds":"The agent kept asking for tools without coming to an end.","element.failure.stopped":"The part of the program that holds conversations is not running.","element.failure.stream":"The answer could not be completed.","element.failure.unreadable":"The answer could not be read.","element.failure.unsent":"Your message is back in the box below.","element.greeting":"Hello. What would you like to try?","element.history.close":"Close the list","element.history.empty":"No conversations yet.","element.history.failed":"The list could not be read.","element.history.more":"Show more","element.history.new":"New conversation","element.history.title":"Conversations","element.history.untitled":"Untitled conversation","element.loading":"Loading…","element.locked":"This conversation is locked.","element.progress.starting":"Starting…","element.progress.tool":"Waiting for this computer…","element.progress.working":"Working…","element.prompt.about.label":"What is this?","element.prompt.about.message":"What is this program?","element.prompt.dark.label":"Use dark mode","element.prompt.dark.message":"Use dark mode","element.prompt.file.label":"Open a file","element.prompt.file.message":"Open a file","element.prompt.private.label":"Is this private?","element.prompt.private.message":"Is this private?","element.retry":"Retry","element.to_end":"Go to the latest message","element.tool.asked":"Asked for: {tool}","element.tool.done":"Used: {tool}","element.tool.too_long":"The agent gave a tool more than it can take.","element.tool.unknown":"The agent asked for a tool that does not exist.","element.you_said":"You said:"};function ve(r={}){return(e,t={})=>(r[e]??zt[e]).replace(/\{(\w+)\}/g,(n,o)=>t[o]??n)}var qr=100,Ft=1500,we=class extends v{static properties={serverState:{attribute:!1}};options=null;words=ve();composerText="";announcement="";problem=null;historyOpen=!1;session;history;#e="";#t="";constructor(){super(),this.serverState=null;let e=()=>this.requestUpdate();this.session=new ye({changed:e,event:(t,s)=>this.dispatchEvent(new CustomEvent(t,{detail:s})),returned:t=>this.putBack(t),answered:t=>this.#l(t)}),this.history=new ge(()=>this.session.client(),e)}get draft(){return Vt(this.session.unsentText,this.composerText)}get threadId(){return this.session.state.conversation.threadId}setOptions(e){let t=this.#r(e),s=this.options===null;this.options=e,this.words=ve(e.strings),this.session.onClientTool=e.onClientTool??null,this.session.connect(t),this.requestUpdate(),s&&e.initialThread&&!this.session.busy&&this.session.open(e.initialThread)}async focusComposer(){await this.updateComplete,this.focusText()}async setThreadId(e){await this.session.open(e)}async showThread(e){await this.session.show(e)}async sendUserMessage(e){e.newThread===!0&&await this.session.open(null),await this.#s({content:Y(e),attachmentIds:e.attachments?.map(({id:t})=>t)??[],...e.reply===void 0?{}:{reply:e.reply},...e.toolChoice===void 0?{}:{toolId:e.toolChoice.id},...e.model===void 0?{}:{model:e.model}})}async setComposerValue(e){this.write(D({content:Y(e)})),await this.updateComplete}putBack(e){this.write(Vt(e,this.composerText))}async fetchUpdates(){await this.session.refresh()}async sendCustomAction(e,t){await this.session.act({...e},t)}async showHistory(){this.historyOpen||(this.#i(!0),this.#o("chatkit.history.open",void 0),this.history.reload(),await this.updateComplete,this.focusHistory())}async hideHistory(){if(!this.historyOpen)return;let e=document.hasFocus()&&this.shadowRoot?.activeElement?.localName==="agentnook-history";this.#i(!1),this.#o("chatkit.history.close",void 0),await this.updateComplete,e&&this.focusText()}async stop(){await this.session.stop()}async submit(e){e.trim()!==""&&(this.#o("chatkit.log",{name:"composer.submit"}),this.write(""),await this.#s(de(e.trim())).catch(()=>this.putBack(e)))}async choosePrompt(e){this.#o("chatkit.log",{name:"start_screen.choose"});let t=this.#s(e).catch(()=>this.putBack(D(e)));await this.focusComposer(),await t}async openFromHistory(e){this.session.show(e).catch(t=>this.#a(t)),matchMedia("(max-width: 719px)").matches&&await this.hideHistory(),await this.focusComposer()}tryAgain(){this.#o("chatkit.log",{name:"retry"}),this.session.state.failure?.retry==="send"?this.submit(this.composerText):this.session.retry(),this.focusComposer()}write(e){this.composerText=e,this.requestUpdate()}async scheduleUpdate(){this.hasUpdated&&await Br(),await super.scheduleUpdate()}willUpdate(e){let{state:t}=this.session,s=this.problem?.sentence;this.problem=Bt(t,this.serverState,this.words),this.problem!==null&&this.problem.sentence!==s&&(this.announcement=this.problem.sentence),e.has("serverState")&&this.serverState?.state==="ready"&&t.failure?.retry==="ask"&&t.conversation.entries.length===0&&this.session.retry()}firstUpdated(){this.dispatchEvent(new CustomEvent("chatkit.ready",{bubbles:!0,composed:!0}))}updated(){this.#d()}#r({api:e,locale:t}){if("url"in e){let{url:n,fetch:o=(i,h)=>globalThis.fetch(i,h)}=e;return new me({url:n,fetch:o,locale:t??navigator.language})}let s=new m("IntegrationError","options",{retryable:!1});throw this.#o("chatkit.error",{error:s}),s}async#s(e){this.announcement="",await this.session.send(e)}#i(e){this.historyOpen=e,this.toggleAttribute("history",e),this.requestUpdate()}#a(e){if(e instanceof m)this.#o("chatkit.error",{error:e});else throw e}#l(e){let t=e.length>Ft;this.announcement=t?`${e.slice(0,Ft)}…`:e,this.requestUpdate()}#o(e,t){this.dispatchEvent(new CustomEvent(e,{detail:t}))}#d(){let{threadId:e,title:t}=this.session.state.conversation,s={busy:this.session.busy,threadId:e,title:t},n={text:this.draft,threadId:e};this.#e!==(this.#e=JSON.stringify(s))&&this.#o("agentnook.state",s),this.#t!==(this.#t=JSON.stringify(n))&&this.#o("agentnook.draft",n)}};function Vt(r,e){return[r,e].filter(t=>t!=="").join(`

`)}function Br(){return new Promise(r=>{let e=setTimeout(r,qr);requestAnimationFrame(()=>{clearTimeout(e),r()})})}var P={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},B=r=>(...e)=>({_$litDirective$:r,values:e}),O=class{constructor(e){}get _$AU(){return this._$AM._$AU}_$AT(e,t,s){this._$Ct=e,this._$AM=t,this._$Ci=s}_$AS(e,t){return this.update(e,t)}update(e,t){return this.render(...t)}};var{I:Wr}=ct,Jt=r=>r;var Gt=r=>r.strings===void 0,Kt=()=>document.createComment(""),W=(r,e,t)=>{let s=r._$AA.parentNode,n=e===void 0?r._$AB:e._$AA;if(t===void 0){let o=s.insertBefore(Kt(),n),i=s.insertBefore(Kt(),n);t=new Wr(o,i,r,r.options)}else{let o=t._$AB.nextSibling,i=t._$AM,h=i!==r;if(h){let a;t._$AQ?.(r),t._$AM=r,t._$AP!==void 0&&(a=r._$AU)!==i._$AU&&t._$AP(a)}if(o!==n||h){let a=t._$AA;for(;a!==o;){let u=Jt(a).nextSibling;Jt(s).insertBefore(a,n),a=u}}}return t},I=(r,e,t=r)=>(r._$AI(e,t),r),zr={},be=(r,e=zr)=>r._$AH=e,Yt=r=>r._$AH,xe=r=>{r._$AR(),r._$AA.remove()};var Xt=B(class extends O{constructor(r){if(super(r),r.type!==P.PROPERTY&&r.type!==P.ATTRIBUTE&&r.type!==P.BOOLEAN_ATTRIBUTE)throw Error("The `live` directive is not allowed on child or event bindings");if(!Gt(r))throw Error("`live` bindings can only contain a single expression")}render(r){return r}update(r,[e]){if(e===w||e===c)return e;let t=r.element,s=r.name;if(r.type===P.PROPERTY){if(e===t[s])return w}else if(r.type===P.BOOLEAN_ATTRIBUTE){if(!!e===t.hasAttribute(s))return w}else if(r.type===P.ATTRIBUTE&&t.getAttribute(s)===e+"")return w;return be(r),e}});function R(r){return d`<svg
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
  </svg>`}var Qt=R(E`<path d="M12 19.5v-15M5.5 11 12 4.5l6.5 6.5" />`),Zt=R(E`<path d="M12 4.5v15M5.5 13l6.5 6.5 6.5-6.5" />`),er=R(E`<rect x="6.5" y="6.5" width="11" height="11" rx="2" fill="currentColor" />`),tr=R(E`<path d="m6 6 12 12M18 6 6 18" />`),rr=R(E`<path d="M12 5v14M5 12h14" />`),sr=R(E`<circle cx="12" cy="12" r="8.5" /><path d="m8.5 12.2 2.4 2.4 4.6-4.9" />`),nr=R(E`<circle cx="12" cy="12" r="8.5" stroke-dasharray="3.2 3.5" />`),or=R(E`<circle cx="12" cy="12" r="8.5" /><path d="M12 11.5v4.5M12 8v.01" />`),$e=R(E`<path d="M12 4.5 21 19.5H3zM12 10.5v4M12 17v.01" />`);function ir(r,e){return r.key!=="Enter"||r.shiftKey||r.altKey||r.isComposing||r.keyCode===229?!1:r.timeStamp-e>40}var $=x`
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
    background: var(--hover);
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
`;var Be=class extends v{static properties={words:{attribute:!1},placeholder:{},value:{attribute:!1},busy:{type:Boolean},stoppable:{type:Boolean},closedReason:{attribute:!1}};static styles=[$,x`
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
    `];#e=-1/0;#t=null;#r=!1;constructor(){super(),this.placeholder="",this.value="",this.busy=!1,this.stoppable=!1,this.closedReason=null}disconnectedCallback(){super.disconnectedCallback(),this.#t?.disconnect(),this.#t=null}focusText(){this.#s?.focus()}render(){return this.closedReason!==null?d`<div class="card"><p>${this.closedReason}</p></div>`:d`<form class="card" @submit=${this.#c} @click=${this.#o}>
      <textarea
        rows="1"
        aria-label=${this.words("element.composer.label")}
        placeholder=${this.placeholder}
        .value=${Xt(this.value)}
        enterkeyhint="send"
        autocomplete="off"
        @input=${this.#d}
        @keydown=${this.#n}
        @compositionend=${this.#h}
      ></textarea>
      ${this.busy?this.#a():this.#i()}
    </form>`}willUpdate(){this.#r=this.shadowRoot?.activeElement?.classList.contains("stop")??!1}updated(){this.#l(),this.#r&&!this.busy&&this.focusText(),this.#t===null&&this.#s&&(this.#t=new ResizeObserver(()=>this.#l()),this.#t.observe(this))}get#s(){return this.renderRoot.querySelector("textarea")}#i(){return d`<button
      class="icon send"
      type="submit"
      aria-label=${this.words("element.composer.send")}
      title=${this.words("element.composer.send")}
      ?disabled=${this.value.trim()===""}
    >
      ${Qt}
    </button>`}#a(){return d`<button
      class="icon stop"
      type="button"
      aria-label=${this.words("element.composer.stop")}
      title=${this.words("element.composer.stop")}
      ?disabled=${!this.stoppable}
      @click=${this.#f}
    >
      ${er}
    </button>`}#l(){let e=this.#s;e&&(e.style.height="0",e.style.height=`${e.scrollHeight}px`)}#o(e){e.target===e.currentTarget&&this.focusText()}#d(e){e.target instanceof HTMLTextAreaElement&&(this.value=e.target.value,this.dispatchEvent(new CustomEvent("write",{detail:this.value})))}#h(e){this.#e=e.timeStamp}#n(e){ir(e,this.#e)&&(e.preventDefault(),this.#p())}#c(e){e.preventDefault(),this.#p()}#p(){this.value.trim()===""||this.busy||this.dispatchEvent(new CustomEvent("send",{detail:this.value}))}#f(){this.dispatchEvent(new CustomEvent("stop")),this.focusText()}};customElements.define("agentnook-composer",Be);var We=class extends v{static properties={words:{attribute:!1},history:{attribute:!1},currentId:{attribute:!1}};static styles=[$,x`
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
        background: var(--hover);
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
        grid-template-columns: minmax(0, 1fr);
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
    `];constructor(){super(),this.currentId=null,this.addEventListener("keydown",e=>{e.key==="Escape"&&this.#r("close")})}focusFirst(){this.renderRoot.querySelector('li button[aria-current="true"], header button')?.focus()}render(){let{threads:e,more:t,loading:s}=this.history;return d`<header>
        <h2 id="title">${this.words("element.history.title")}</h2>
        ${this.#e("element.history.new",rr,()=>this.#r("choose",null))}
        ${this.#e("element.history.close",tr,()=>this.#r("close"))}
      </header>
      <nav class="list" aria-labelledby="title" aria-busy=${s}>
        <ul>
          ${e.map(({id:n,title:o})=>d`<li>
              <button type="button" aria-current=${n===this.currentId} @click=${()=>this.#r("choose",n)}>
                ${o??this.words("element.history.untitled")}
              </button>
            </li>`)}
        </ul>
        ${this.#t()}
        ${t&&!s?d`<button type="button" class="after" @click=${()=>this.#r("more")}>
              ${this.words("element.history.more")}
            </button>`:c}
      </nav>`}#e(e,t,s){return d`<button type="button" class="icon" aria-label=${this.words(e)} title=${this.words(e)} @click=${s}>
      ${t}
    </button>`}#t(){let{threads:e,loading:t,failure:s}=this.history;return s!==null?d`<p>${s.sentence??this.words("element.history.failed")}</p>
        <button type="button" class="after" @click=${()=>this.#r("retry")}>${this.words("element.retry")}</button>`:t?d`<p>${this.words("element.loading")}</p>`:e.length===0?d`<p>${this.words("element.history.empty")}</p>`:c}#r(e,t=null){this.dispatchEvent(new CustomEvent(e,{detail:t}))}};customElements.define("agentnook-history",We);var Fr={},ar=B(class extends O{constructor(){super(...arguments),this.ot=Fr}render(r,e){return e()}update(r,[e,t]){if(Array.isArray(e)){if(Array.isArray(this.ot)&&this.ot.length===e.length&&e.every((s,n)=>s===this.ot[n]))return w}else if(this.ot===e)return w;return this.ot=Array.isArray(e)?Array.from(e):e,this.render(e,t)}});var lr=(r,e,t)=>{let s=new Map;for(let n=e;n<=t;n++)s.set(r[n],n);return s},dr=B(class extends O{constructor(r){if(super(r),r.type!==P.CHILD)throw Error("repeat() can only be used in text expressions")}dt(r,e,t){let s;t===void 0?t=e:e!==void 0&&(s=e);let n=[],o=[],i=0;for(let h of r)n[i]=s?s(h,i):i,o[i]=t(h,i),i++;return{values:o,keys:n}}render(r,e,t){return this.dt(r,e,t).values}update(r,[e,t,s]){let n=Yt(r),{values:o,keys:i}=this.dt(e,t,s);if(!Array.isArray(n))return this.ut=i,o;let h=this.ut??=[],a=[],u,g,l=0,f=n.length-1,p=0,y=o.length-1;for(;l<=f&&p<=y;)if(n[l]===null)l++;else if(n[f]===null)f--;else if(h[l]===i[p])a[p]=I(n[l],o[p]),l++,p++;else if(h[f]===i[y])a[y]=I(n[f],o[y]),f--,y--;else if(h[l]===i[y])a[y]=I(n[l],o[y]),W(r,a[y+1],n[l]),l++,y--;else if(h[f]===i[p])a[p]=I(n[f],o[p]),W(r,n[l],n[f]),f--,p++;else if(u===void 0&&(u=lr(i,p,y),g=lr(h,l,f)),u.has(h[l]))if(u.has(h[f])){let C=g.get(i[p]),Se=C!==void 0?n[C]:null;if(Se===null){let Je=W(r,n[l]);I(Je,o[p]),a[p]=Je}else a[p]=I(Se,o[p]),W(r,n[l],Se),n[C]=null;p++}else xe(n[f]),f--;else xe(n[l]),l++;for(;p<=y;){let C=W(r,a[y+1]);I(C,o[p]),a[p++]=C}for(;l<=f;){let C=n[l++];C!==null&&xe(C)}return this.ut=i,be(r,a),w}});var hr=x`
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
    scrollbar-gutter: stable both-edges;
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
      animation: breathe var(--breath, 1.4s) ease-in-out infinite;
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
`;var Ee=class{atEnd=!0;#e;#t;#r=null;#s=null;constructor(e,t){this.#e=e,this.#t=t,e.addController(this)}get fromStart(){return this.#t()?.scrollTop??0}follow(){this.atEnd=!0,this.#e.requestUpdate()}keepPlace(){this.#r=this.#t()?.scrollHeight??null}scrolled(){let e=this.#t();if(e===null)return;let t=e.scrollHeight-e.scrollTop-e.clientHeight<48;t!==this.atEnd&&(this.atEnd=t,this.#e.requestUpdate())}hostUpdated(){let e=this.#t();e!==null&&(this.#r!==null&&(e.scrollTop+=e.scrollHeight-this.#r),this.#r=null,this.atEnd&&this.#i(),this.#a(e))}hostDisconnected(){this.#s?.disconnect(),this.#s=null}#i(){let e=this.#t();e&&(e.scrollTop=e.scrollHeight)}#a(e){if(this.#s===null){this.#s=new ResizeObserver(()=>{this.atEnd&&this.#i()}),this.#s.observe(this.#e);for(let t of e.children)this.#s.observe(t)}}};var Vr=240,ze=class extends v{static properties={words:{attribute:!1},session:{attribute:!1},agentLabel:{},progress:{attribute:!1}};static styles=[$,hr];#e=new Ee(this,()=>this.renderRoot.querySelector(".scroller"));constructor(){super(),this.agentLabel="",this.progress=null}willUpdate(e){let t=e.get("session")?.conversation;if(t===void 0)return;let{threadId:s,entries:n}=this.session.conversation,[o]=t.entries;n.at(-1)?.id===S&&t.entries.at(-1)?.id!==S||s!==t.threadId?this.#e.follow():o!==void 0&&o.id!==n[0]?.id&&this.#e.keepPlace()}render(){let{conversation:e,phase:t}=this.session,s=t==="loading";return d`<div
        class="scroller"
        role="log"
        aria-live="off"
        aria-label=${this.words("element.conversation")}
        aria-busy=${t!=="idle"}
        tabindex="0"
        @scroll=${this.#t}
      >
        <div class="column">
          ${e.earlier===null?c:this.#d()}
          ${s?this.#o():c}
          ${dr(e.entries,n=>n.id,n=>ar([n,this.words,this.agentLabel],()=>this.#s(n)))}
          ${this.#l()}
        </div>
      </div>
      ${this.#e.atEnd?c:this.#h()}`}#t(){this.#e.scrolled(),this.#e.fromStart<Vr&&!this.#e.atEnd&&this.#r()}#r(){let{conversation:e,loadingEarlier:t}=this.session;e.earlier!==null&&!t&&this.dispatchEvent(new CustomEvent("earlier"))}#s(e){switch(e.type){case"user_message":return d`<article class=${e.id===S?"user unsent":"user"}>
          ${this.#i("element.you_said")}
          <div class="text">${e.text}</div>
        </article>`;case"assistant_message":return d`<article>
          ${this.#i("element.agent_said",{agent:this.agentLabel})}
          <div class="text">${fe(e)}</div>
        </article>`;case"client_tool_call":return this.#a(e);case"notice":return d`<div class="line ${e.level}">
          ${e.level==="info"?or:$e}
          <div>
            ${e.title===null?c:d`<strong>${e.title}</strong>`}
            <div class="text">${e.message}</div>
          </div>
        </div>`;case"other":return c}}#i(e,t={}){return d`<span class="visually-hidden">${this.words(e,t)}</span>`}#a(e){let t=e.status==="completed",s=e.name.replaceAll("_"," "),n=this.words(t?"element.tool.done":"element.tool.asked",{tool:s});return d`<div class="line">${t?sr:nr}<span class="text">${n}</span></div>`}#l(){if(this.progress===null)return c;let e=d`<span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>`;return d`<div class="line">${e}<span class="text">${this.progress}</span></div>`}#o(){return d`<div class="skeleton">
      <i></i><i></i><i></i><i></i>
      <span class="visually-hidden">${this.words("element.loading")}</span>
    </div>`}#d(){return d`<button
      type="button"
      class="earlier"
      ?disabled=${this.session.loadingEarlier}
      @click=${this.#r}
    >
      ${this.words(this.session.loadingEarlier?"element.loading":"element.earlier")}
    </button>`}#h(){return d`<button
      type="button"
      class="icon to-end"
      aria-label=${this.words("element.to_end")}
      title=${this.words("element.to_end")}
      @click=${()=>this.#e.follow()}
    >
      ${Zt}
    </button>`}};customElements.define("agentnook-messages",ze);var Fe=class extends v{static properties={words:{attribute:!1},problem:{attribute:!1}};static styles=[$,x`
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
    `];render(){let{sentence:e,hint:t,retry:s}=this.problem;return d`${$e}
      <div>${e}${t===""?c:d`<small>${t}</small>`}</div>
      ${s?d`<button type="button" @click=${()=>this.dispatchEvent(new CustomEvent("retry"))}>
            ${this.words("element.retry")}
          </button>`:c}`}};customElements.define("agentnook-problem",Fe);var Ve=class extends v{static properties={greeting:{},prompts:{attribute:!1}};static styles=[$,x`
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
        ${this.prompts.map(e=>d`<li><button type="button" @click=${()=>this.#e(e)}>${e.label}</button></li>`)}
      </ul>`}#e(e){this.dispatchEvent(new CustomEvent("choose",{detail:e}))}};customElements.define("agentnook-start",Ve);var _e=class extends we{static styles=[$,yt];render(){let{state:e}=this.session;return d`${this.historyOpen?this.#i():c}
      <main>
        ${Jr(e)?this.#e():this.#t(e)}
        <footer>
          ${this.#r()} ${this.#s(e)}
          <small>${this.options?.disclaimer?.text??""}</small>
        </footer>
      </main>
      <div class="visually-hidden" role="status" aria-live="polite">${this.announcement}</div>`}focusText(){this.renderRoot.querySelector("agentnook-composer")?.focusText()}focusHistory(){this.renderRoot.querySelector("agentnook-history")?.focusFirst()}#e(){if(this.options===null)return d`<div></div>`;let{greeting:e,prompts:t=[]}=this.options.startScreen??{};return d`<agentnook-start
      .greeting=${e??this.words("element.greeting")}
      .prompts=${t}
      @choose=${s=>{this.choosePrompt(Kr(s.detail))}}
    ></agentnook-start>`}#t(e){return d`<agentnook-messages
      .words=${this.words}
      .session=${e}
      .agentLabel=${this.options?.agentLabel??""}
      .progress=${qt(e,this.serverState,this.words)}
      @earlier=${()=>{this.session.loadEarlier()}}
    ></agentnook-messages>`}#r(){return this.problem===null?c:d`<agentnook-problem
      .words=${this.words}
      .problem=${this.problem}
      @retry=${()=>this.tryAgain()}
    ></agentnook-problem>`}#s(e){return d`<agentnook-composer
      .words=${this.words}
      .placeholder=${this.options?.composer?.placeholder??this.words("element.composer.label")}
      .value=${this.composerText}
      .busy=${e.phase!=="idle"&&e.phase!=="loading"}
      .stoppable=${e.conversation.allowCancel}
      .closedReason=${Wt(e,this.words)}
      @write=${t=>this.write(t.detail)}
      @send=${t=>{this.submit(t.detail)}}
      @stop=${()=>{this.stop()}}
    ></agentnook-composer>`}#i(){return d`<agentnook-history
      .words=${this.words}
      .history=${this.history.state}
      .currentId=${this.threadId}
      @choose=${e=>{this.openFromHistory(e.detail)}}
      @more=${()=>{this.history.readMore()}}
      @retry=${()=>{this.history.reload()}}
      @close=${()=>{this.hideHistory()}}
    ></agentnook-history>`}};function Jr({conversation:r,phase:e}){return r.entries.length===0&&e==="idle"}function Kr({prompt:r}){return typeof r=="string"?de(r):{content:Y({content:r})}}customElements.define("agentnook-chat",_e);export{_e as AgentnookChat,ve as wordsFrom};
