var hr=globalThis,gr=hr.ShadowRoot&&(hr.ShadyCSS===void 0||hr.ShadyCSS.nativeShadow)&&"adoptedStyleSheets"in Document.prototype&&"replace"in CSSStyleSheet.prototype,qa=Symbol(),Ui=new WeakMap,vt=class{constructor(e,t,o){if(this._$cssResult$=!0,o!==qa)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=e,this.t=t}get styleSheet(){let e=this.o,t=this.t;if(gr&&e===void 0){let o=t!==void 0&&t.length===1;o&&(e=Ui.get(t)),e===void 0&&((this.o=e=new CSSStyleSheet).replaceSync(this.cssText),o&&Ui.set(t,e))}return e}toString(){return this.cssText}},qi=r=>new vt(typeof r=="string"?r:r+"",void 0,qa),y=(r,...e)=>{let t=r.length===1?r[0]:e.reduce((o,a,n)=>o+(s=>{if(s._$cssResult$===!0)return s.cssText;if(typeof s=="number")return s;throw Error("Value passed to 'css' function must be a 'css' function result: "+s+". Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.")})(a)+r[n+1],r[0]);return new vt(t,r,qa)},Wi=(r,e)=>{if(gr)r.adoptedStyleSheets=e.map(t=>t instanceof CSSStyleSheet?t:t.styleSheet);else for(let t of e){let o=document.createElement("style"),a=hr.litNonce;a!==void 0&&o.setAttribute("nonce",a),o.textContent=t.cssText,r.appendChild(o)}},Wa=gr?r=>r:r=>r instanceof CSSStyleSheet?(e=>{let t="";for(let o of e.cssRules)t+=o.cssText;return qi(t)})(r):r;var{is:nf,defineProperty:sf,getOwnPropertyDescriptor:lf,getOwnPropertyNames:df,getOwnPropertySymbols:uf,getPrototypeOf:pf}=Object,xr=globalThis,zi=xr.trustedTypes,cf=zi?zi.emptyScript:"",ff=xr.reactiveElementPolyfillSupport,kt=(r,e)=>r,za={toAttribute(r,e){switch(e){case Boolean:r=r?cf:null;break;case Object:case Array:r=r==null?r:JSON.stringify(r)}return r},fromAttribute(r,e){let t=r;switch(e){case Boolean:t=r!==null;break;case Number:t=r===null?null:Number(r);break;case Object:case Array:try{t=JSON.parse(r)}catch{t=null}}return t}},Vi=(r,e)=>!nf(r,e),Gi={attribute:!0,type:String,converter:za,reflect:!1,useDefault:!1,hasChanged:Vi};Symbol.metadata??=Symbol("metadata"),xr.litPropertyMetadata??=new WeakMap;var ne=class extends HTMLElement{static addInitializer(e){this._$Ei(),(this.l??=[]).push(e)}static get observedAttributes(){return this.finalize(),this._$Eh&&[...this._$Eh.keys()]}static createProperty(e,t=Gi){if(t.state&&(t.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(e)&&((t=Object.create(t)).wrapped=!0),this.elementProperties.set(e,t),!t.noAccessor){let o=Symbol(),a=this.getPropertyDescriptor(e,o,t);a!==void 0&&sf(this.prototype,e,a)}}static getPropertyDescriptor(e,t,o){let{get:a,set:n}=lf(this.prototype,e)??{get(){return this[t]},set(s){this[t]=s}};return{get:a,set(s){let i=a?.call(this);n?.call(this,s),this.requestUpdate(e,i,o)},configurable:!0,enumerable:!0}}static getPropertyOptions(e){return this.elementProperties.get(e)??Gi}static _$Ei(){if(this.hasOwnProperty(kt("elementProperties")))return;let e=pf(this);e.finalize(),e.l!==void 0&&(this.l=[...e.l]),this.elementProperties=new Map(e.elementProperties)}static finalize(){if(this.hasOwnProperty(kt("finalized")))return;if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(kt("properties"))){let t=this.properties,o=[...df(t),...uf(t)];for(let a of o)this.createProperty(a,t[a])}let e=this[Symbol.metadata];if(e!==null){let t=litPropertyMetadata.get(e);if(t!==void 0)for(let[o,a]of t)this.elementProperties.set(o,a)}this._$Eh=new Map;for(let[t,o]of this.elementProperties){let a=this._$Eu(t,o);a!==void 0&&this._$Eh.set(a,t)}this.elementStyles=this.finalizeStyles(this.styles)}static finalizeStyles(e){let t=[];if(Array.isArray(e)){let o=new Set(e.flat(1/0).reverse());for(let a of o)t.unshift(Wa(a))}else e!==void 0&&t.push(Wa(e));return t}static _$Eu(e,t){let o=t.attribute;return o===!1?void 0:typeof o=="string"?o:typeof e=="string"?e.toLowerCase():void 0}constructor(){super(),this._$Ep=void 0,this.isUpdatePending=!1,this.hasUpdated=!1,this._$Em=null,this._$Ev()}_$Ev(){this._$ES=new Promise(e=>this.enableUpdating=e),this._$AL=new Map,this._$E_(),this.requestUpdate(),this.constructor.l?.forEach(e=>e(this))}addController(e){(this._$EO??=new Set).add(e),this.renderRoot!==void 0&&this.isConnected&&e.hostConnected?.()}removeController(e){this._$EO?.delete(e)}_$E_(){let e=new Map,t=this.constructor.elementProperties;for(let o of t.keys())this.hasOwnProperty(o)&&(e.set(o,this[o]),delete this[o]);e.size>0&&(this._$Ep=e)}createRenderRoot(){let e=this.shadowRoot??this.attachShadow(this.constructor.shadowRootOptions);return Wi(e,this.constructor.elementStyles),e}connectedCallback(){this.renderRoot??=this.createRenderRoot(),this.enableUpdating(!0),this._$EO?.forEach(e=>e.hostConnected?.())}enableUpdating(e){}disconnectedCallback(){this._$EO?.forEach(e=>e.hostDisconnected?.())}attributeChangedCallback(e,t,o){this._$AK(e,o)}_$ET(e,t){let o=this.constructor.elementProperties.get(e),a=this.constructor._$Eu(e,o);if(a!==void 0&&o.reflect===!0){let n=(o.converter?.toAttribute!==void 0?o.converter:za).toAttribute(t,o.type);this._$Em=e,n==null?this.removeAttribute(a):this.setAttribute(a,n),this._$Em=null}}_$AK(e,t){let o=this.constructor,a=o._$Eh.get(e);if(a!==void 0&&this._$Em!==a){let n=o.getPropertyOptions(a),s=typeof n.converter=="function"?{fromAttribute:n.converter}:n.converter?.fromAttribute!==void 0?n.converter:za;this._$Em=a;let i=s.fromAttribute(t,n.type);this[a]=i??this._$Ej?.get(a)??i,this._$Em=null}}requestUpdate(e,t,o,a=!1,n){if(e!==void 0){let s=this.constructor;if(a===!1&&(n=this[e]),o??=s.getPropertyOptions(e),!((o.hasChanged??Vi)(n,t)||o.useDefault&&o.reflect&&n===this._$Ej?.get(e)&&!this.hasAttribute(s._$Eu(e,o))))return;this.C(e,t,o)}this.isUpdatePending===!1&&(this._$ES=this._$EP())}C(e,t,{useDefault:o,reflect:a,wrapped:n},s){o&&!(this._$Ej??=new Map).has(e)&&(this._$Ej.set(e,s??t??this[e]),n!==!0||s!==void 0)||(this._$AL.has(e)||(this.hasUpdated||o||(t=void 0),this._$AL.set(e,t)),a===!0&&this._$Em!==e&&(this._$Eq??=new Set).add(e))}async _$EP(){this.isUpdatePending=!0;try{await this._$ES}catch(t){Promise.reject(t)}let e=this.scheduleUpdate();return e!=null&&await e,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}performUpdate(){if(!this.isUpdatePending)return;if(!this.hasUpdated){if(this.renderRoot??=this.createRenderRoot(),this._$Ep){for(let[a,n]of this._$Ep)this[a]=n;this._$Ep=void 0}let o=this.constructor.elementProperties;if(o.size>0)for(let[a,n]of o){let{wrapped:s}=n,i=this[a];s!==!0||this._$AL.has(a)||i===void 0||this.C(a,void 0,n,i)}}let e=!1,t=this._$AL;try{e=this.shouldUpdate(t),e?(this.willUpdate(t),this._$EO?.forEach(o=>o.hostUpdate?.()),this.update(t)):this._$EM()}catch(o){throw e=!1,this._$EM(),o}e&&this._$AE(t)}willUpdate(e){}_$AE(e){this._$EO?.forEach(t=>t.hostUpdated?.()),this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(e)),this.updated(e)}_$EM(){this._$AL=new Map,this.isUpdatePending=!1}get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}shouldUpdate(e){return!0}update(e){this._$Eq&&=this._$Eq.forEach(t=>this._$ET(t,this[t])),this._$EM()}updated(e){}firstUpdated(e){}};ne.elementStyles=[],ne.shadowRootOptions={mode:"open"},ne[kt("elementProperties")]=new Map,ne[kt("finalized")]=new Map,ff?.({ReactiveElement:ne}),(xr.reactiveElementVersions??=[]).push("2.1.2");var Va=globalThis,ji=r=>r,yr=Va.trustedTypes,Ki=yr?yr.createPolicy("lit-html",{createHTML:r=>r}):void 0,ja="$lit$",se=`lit$${Math.random().toFixed(9).slice(2)}$`,Ka="?"+se,mf=`<${Ka}>`,Pe=document,Ct=()=>Pe.createComment(""),Tt=r=>r===null||typeof r!="object"&&typeof r!="function",Xa=Array.isArray,el=r=>Xa(r)||typeof r?.[Symbol.iterator]=="function",Ga=`[ 	
\f\r]`,St=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,Xi=/-->/g,Zi=/>/g,Re=RegExp(`>|${Ga}(?:([^\\s"'>=/]+)(${Ga}*=${Ga}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),Ji=/'/g,Qi=/"/g,tl=/^(?:script|style|textarea|title)$/i,Za=r=>(e,...t)=>({_$litType$:r,strings:e,values:t}),d=Za(1),$=Za(2),Mb=Za(3),F=Symbol.for("lit-noChange"),u=Symbol.for("lit-nothing"),Yi=new WeakMap,Le=Pe.createTreeWalker(Pe,129);function rl(r,e){if(!Xa(r)||!r.hasOwnProperty("raw"))throw Error("invalid template strings array");return Ki!==void 0?Ki.createHTML(e):e}var ol=(r,e)=>{let t=r.length-1,o=[],a,n=e===2?"<svg>":e===3?"<math>":"",s=St;for(let i=0;i<t;i++){let l=r[i],p,c,f=-1,m=0;for(;m<l.length&&(s.lastIndex=m,c=s.exec(l),c!==null);)m=s.lastIndex,s===St?c[1]==="!--"?s=Xi:c[1]!==void 0?s=Zi:c[2]!==void 0?(tl.test(c[2])&&(a=RegExp("</"+c[2],"g")),s=Re):c[3]!==void 0&&(s=Re):s===Re?c[0]===">"?(s=a??St,f=-1):c[1]===void 0?f=-2:(f=s.lastIndex-c[2].length,p=c[1],s=c[3]===void 0?Re:c[3]==='"'?Qi:Ji):s===Qi||s===Ji?s=Re:s===Xi||s===Zi?s=St:(s=Re,a=void 0);let h=s===Re&&r[i+1].startsWith("/>")?" ":"";n+=s===St?l+mf:f>=0?(o.push(p),l.slice(0,f)+ja+l.slice(f)+se+h):l+se+(f===-2?i:h)}return[rl(r,n+(r[t]||"<?>")+(e===2?"</svg>":e===3?"</math>":"")),o]},$t=class r{constructor({strings:e,_$litType$:t},o){let a;this.parts=[];let n=0,s=0,i=e.length-1,l=this.parts,[p,c]=ol(e,t);if(this.el=r.createElement(p,o),Le.currentNode=this.el.content,t===2||t===3){let f=this.el.content.firstChild;f.replaceWith(...f.childNodes)}for(;(a=Le.nextNode())!==null&&l.length<i;){if(a.nodeType===1){if(a.hasAttributes())for(let f of a.getAttributeNames())if(f.endsWith(ja)){let m=c[s++],h=a.getAttribute(f).split(se),x=/([.?@])?(.*)/.exec(m);l.push({type:1,index:n,name:x[2],strings:h,ctor:x[1]==="."?wr:x[1]==="?"?vr:x[1]==="@"?kr:Ie}),a.removeAttribute(f)}else f.startsWith(se)&&(l.push({type:6,index:n}),a.removeAttribute(f));if(tl.test(a.tagName)){let f=a.textContent.split(se),m=f.length-1;if(m>0){a.textContent=yr?yr.emptyScript:"";for(let h=0;h<m;h++)a.append(f[h],Ct()),Le.nextNode(),l.push({type:2,index:++n});a.append(f[m],Ct())}}}else if(a.nodeType===8)if(a.data===Ka)l.push({type:2,index:n});else{let f=-1;for(;(f=a.data.indexOf(se,f+1))!==-1;)l.push({type:7,index:n}),f+=se.length-1}n++}}static createElement(e,t){let o=Pe.createElement("template");return o.innerHTML=e,o}};function Oe(r,e,t=r,o){if(e===F)return e;let a=o!==void 0?t._$Co?.[o]:t._$Cl,n=Tt(e)?void 0:e._$litDirective$;return a?.constructor!==n&&(a?._$AO?.(!1),n===void 0?a=void 0:(a=new n(r),a._$AT(r,t,o)),o!==void 0?(t._$Co??=[])[o]=a:t._$Cl=a),a!==void 0&&(e=Oe(r,a._$AS(r,e.values),a,o)),e}var br=class{constructor(e,t){this._$AV=[],this._$AN=void 0,this._$AD=e,this._$AM=t}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(e){let{el:{content:t},parts:o}=this._$AD,a=(e?.creationScope??Pe).importNode(t,!0);Le.currentNode=a;let n=Le.nextNode(),s=0,i=0,l=o[0];for(;l!==void 0;){if(s===l.index){let p;l.type===2?p=new Ke(n,n.nextSibling,this,e):l.type===1?p=new l.ctor(n,l.name,l.strings,this,e):l.type===6&&(p=new Sr(n,this,e)),this._$AV.push(p),l=o[++i]}s!==l?.index&&(n=Le.nextNode(),s++)}return Le.currentNode=Pe,a}p(e){let t=0;for(let o of this._$AV)o!==void 0&&(o.strings!==void 0?(o._$AI(e,o,t),t+=o.strings.length-2):o._$AI(e[t])),t++}},Ke=class r{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(e,t,o,a){this.type=2,this._$AH=u,this._$AN=void 0,this._$AA=e,this._$AB=t,this._$AM=o,this.options=a,this._$Cv=a?.isConnected??!0}get parentNode(){let e=this._$AA.parentNode,t=this._$AM;return t!==void 0&&e?.nodeType===11&&(e=t.parentNode),e}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(e,t=this){e=Oe(this,e,t),Tt(e)?e===u||e==null||e===""?(this._$AH!==u&&this._$AR(),this._$AH=u):e!==this._$AH&&e!==F&&this._(e):e._$litType$!==void 0?this.$(e):e.nodeType!==void 0?this.T(e):el(e)?this.k(e):this._(e)}O(e){return this._$AA.parentNode.insertBefore(e,this._$AB)}T(e){this._$AH!==e&&(this._$AR(),this._$AH=this.O(e))}_(e){this._$AH!==u&&Tt(this._$AH)?this._$AA.nextSibling.data=e:this.T(Pe.createTextNode(e)),this._$AH=e}$(e){let{values:t,_$litType$:o}=e,a=typeof o=="number"?this._$AC(e):(o.el===void 0&&(o.el=$t.createElement(rl(o.h,o.h[0]),this.options)),o);if(this._$AH?._$AD===a)this._$AH.p(t);else{let n=new br(a,this),s=n.u(this.options);n.p(t),this.T(s),this._$AH=n}}_$AC(e){let t=Yi.get(e.strings);return t===void 0&&Yi.set(e.strings,t=new $t(e)),t}k(e){Xa(this._$AH)||(this._$AH=[],this._$AR());let t=this._$AH,o,a=0;for(let n of e)a===t.length?t.push(o=new r(this.O(Ct()),this.O(Ct()),this,this.options)):o=t[a],o._$AI(n),a++;a<t.length&&(this._$AR(o&&o._$AB.nextSibling,a),t.length=a)}_$AR(e=this._$AA.nextSibling,t){for(this._$AP?.(!1,!0,t);e!==this._$AB;){let o=ji(e).nextSibling;ji(e).remove(),e=o}}setConnected(e){this._$AM===void 0&&(this._$Cv=e,this._$AP?.(e))}},Ie=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(e,t,o,a,n){this.type=1,this._$AH=u,this._$AN=void 0,this.element=e,this.name=t,this._$AM=a,this.options=n,o.length>2||o[0]!==""||o[1]!==""?(this._$AH=Array(o.length-1).fill(new String),this.strings=o):this._$AH=u}_$AI(e,t=this,o,a){let n=this.strings,s=!1;if(n===void 0)e=Oe(this,e,t,0),s=!Tt(e)||e!==this._$AH&&e!==F,s&&(this._$AH=e);else{let i=e,l,p;for(e=n[0],l=0;l<n.length-1;l++)p=Oe(this,i[o+l],t,l),p===F&&(p=this._$AH[l]),s||=!Tt(p)||p!==this._$AH[l],p===u?e=u:e!==u&&(e+=(p??"")+n[l+1]),this._$AH[l]=p}s&&!a&&this.j(e)}j(e){e===u?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,e??"")}},wr=class extends Ie{constructor(){super(...arguments),this.type=3}j(e){this.element[this.name]=e===u?void 0:e}},vr=class extends Ie{constructor(){super(...arguments),this.type=4}j(e){this.element.toggleAttribute(this.name,!!e&&e!==u)}},kr=class extends Ie{constructor(e,t,o,a,n){super(e,t,o,a,n),this.type=5}_$AI(e,t=this){if((e=Oe(this,e,t,0)??u)===F)return;let o=this._$AH,a=e===u&&o!==u||e.capture!==o.capture||e.once!==o.once||e.passive!==o.passive,n=e!==u&&(o===u||a);a&&this.element.removeEventListener(this.name,this,o),n&&this.element.addEventListener(this.name,this,e),this._$AH=e}handleEvent(e){typeof this._$AH=="function"?this._$AH.call(this.options?.host??this.element,e):this._$AH.handleEvent(e)}},Sr=class{constructor(e,t,o){this.element=e,this.type=6,this._$AN=void 0,this._$AM=t,this.options=o}get _$AU(){return this._$AM._$AU}_$AI(e){Oe(this,e)}},al={M:ja,P:se,A:Ka,C:1,L:ol,R:br,D:el,V:Oe,I:Ke,H:Ie,N:vr,U:kr,B:wr,F:Sr},hf=Va.litHtmlPolyfillSupport;hf?.($t,Ke),(Va.litHtmlVersions??=[]).push("3.3.3");var nl=(r,e,t)=>{let o=t?.renderBefore??e,a=o._$litPart$;if(a===void 0){let n=t?.renderBefore??null;o._$litPart$=a=new Ke(e.insertBefore(Ct(),n),n,void 0,t??{})}return a._$AI(r),a};var Ja=globalThis,S=class extends ne{constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0}createRenderRoot(){let e=super.createRenderRoot();return this.renderOptions.renderBefore??=e.firstChild,e}update(e){let t=this.render();this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(e),this._$Do=nl(t,this.renderRoot,this.renderOptions)}connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}render(){return F}};S._$litElement$=!0,S.finalized=!0,Ja.litElementHydrateSupport?.({LitElement:S});var gf=Ja.litElementPolyfillSupport;gf?.({LitElement:S});(Ja.litElementVersions??=[]).push("4.2.2");var ie={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},me=r=>(...e)=>({_$litDirective$:r,values:e}),Y=class{constructor(e){}get _$AU(){return this._$AM._$AU}_$AT(e,t,o){this._$Ct=e,this._$AM=t,this._$Ci=o}_$AS(e,t){return this.update(e,t)}update(e,t){return this.render(...t)}};var xf={},Et=me(class extends Y{constructor(){super(...arguments),this.ot=xf}render(r,e){return e()}update(r,[e,t]){if(Array.isArray(e)){if(Array.isArray(this.ot)&&this.ot.length===e.length&&e.every((o,a)=>o===this.ot[a]))return F}else if(this.ot===e)return F;return this.ot=Array.isArray(e)?Array.from(e):e,this.render(e,t)}});var{I:yf}=al,sl=r=>r;var ll=r=>r.strings===void 0,il=()=>document.createComment(""),Xe=(r,e,t)=>{let o=r._$AA.parentNode,a=e===void 0?r._$AB:e._$AA;if(t===void 0){let n=o.insertBefore(il(),a),s=o.insertBefore(il(),a);t=new yf(n,s,r,r.options)}else{let n=t._$AB.nextSibling,s=t._$AM,i=s!==r;if(i){let l;t._$AQ?.(r),t._$AM=r,t._$AP!==void 0&&(l=r._$AU)!==s._$AU&&t._$AP(l)}if(n!==a||i){let l=t._$AA;for(;l!==n;){let p=sl(l).nextSibling;sl(o).insertBefore(l,a),l=p}}}return t},he=(r,e,t=r)=>(r._$AI(e,t),r),bf={},Cr=(r,e=bf)=>r._$AH=e,dl=r=>r._$AH,Tr=r=>{r._$AR(),r._$AA.remove()};var $r=me(class extends Y{constructor(r){if(super(r),r.type!==ie.PROPERTY&&r.type!==ie.ATTRIBUTE&&r.type!==ie.BOOLEAN_ATTRIBUTE)throw Error("The `live` directive is not allowed on child or event bindings");if(!ll(r))throw Error("`live` bindings can only contain a single expression")}render(r){return r}update(r,[e]){if(e===F||e===u)return e;let t=r.element,o=r.name;if(r.type===ie.PROPERTY){if(e===t[o])return F}else if(r.type===ie.BOOLEAN_ATTRIBUTE){if(!!e===t.hasAttribute(o))return F}else if(r.type===ie.ATTRIBUTE&&t.getAttribute(o)===e+"")return F;return Cr(r),e}});function Qa(r){return r.map(({id:e,name:t=e,mime_type:o="",preview_url:a=null})=>({id:e,name:t,mimeType:o,previewUrl:a}))}function At({text:r,content:e}){return e===void 0?[{type:"input_text",text:r??""}]:e.map(t=>{if(t.type==="input_text")return{type:"input_text",text:t.text};let o=t.group===void 0?{}:{group:t.group},{id:a,data:n={},interactive:s=!1}=t;return{type:"input_tag",id:a,text:t.text,data:n,interactive:s,...o}})}function Er(r){return{content:[{type:"input_text",text:r}]}}function Ar(r){return r.content.map(e=>e.text).join("")}function Mr(r){return Ar(r).trim()===""&&(r.attachments??[]).length===0}function ul(r){let e=r.content.map(t=>t.type==="input_text"?{type:"text",text:t.text}:{...t,type:"tag",group:t.group??null});return{text:Ar(r),parts:e,attachments:r.attachments??[],quotedText:r.reply??null}}function pl(r,e){let t={content:e.content,attachments:(e.attachments??[]).map(({id:o})=>o),quoted_text:e.reply??null,inference_options:{...e.toolId===void 0?{}:{tool_choice:{id:e.toolId}},...e.model===void 0?{}:{model:e.model}}};return r===null?{type:"threads.create",params:{input:t}}:{type:"threads.add_user_message",params:{thread_id:r,input:t}}}function cl(r,e){return{type:"threads.add_client_tool_output",params:{thread_id:r,result:e}}}function fl(r,e){return{type:"threads.retry_after_item",params:{thread_id:r,item_id:e}}}function ml(r,e,t){return{type:"threads.add_structured_input",params:{thread_id:r,item_id:e,input:t}}}function hl(r,e,t){return{thread_id:r,...t===void 0?{}:{item_id:t},action:e}}function gl(r,e,t){return{type:"items.feedback",params:{thread_id:r,item_ids:e,kind:t}}}var xl=y`
  :host {
    position: relative;
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
  .drop-target {
    position: absolute;
    inset: 8px;
    z-index: 2;
    display: grid;
    place-items: center;
    border: 2px dashed var(--accent);
    border-radius: var(--radius-card);
    background: color-mix(in srgb, var(--surface) 88%, transparent);
    pointer-events: none;
  }
  .drop-target p {
    display: flex;
    align-items: center;
    gap: 8px;
    margin: 0;
    padding: 12px 16px;
    border-radius: var(--radius);
    background: var(--raised);
  }
  @media (max-width: 719px) {
    :host([history]) {
      grid-template-columns: minmax(0, 1fr);
    }
    :host([history]) main {
      display: none;
    }
  }
`;var v=class r extends Error{code;sentence;hint;retryable;constructor(e,t,o={}){super(o.sentence??t,{cause:o.cause}),this.name=e,this.code=t,this.sentence=o.sentence??null,this.hint=o.hint??"",this.retryable=o.retryable??!0}renamed(e){let{code:t,sentence:o,hint:a,retryable:n}=this;return new r(e,t,{sentence:o,hint:a,retryable:n,cause:this})}};var Rr=class{#e="";#t=[];#r=0;#o=!1;push(e){let t=[],o=this.#o&&e.startsWith(`
`)?e.slice(1):e;e!==""&&(this.#o=e.endsWith("\r"));let a=o.split(/\r\n|\r|\n/),n=a.pop()??"";for(let s of a)this.#a(this.#e+s,t),this.#e="";if(this.#e+=n,this.#r+this.#e.length>16777216)throw new RangeError("event too long");return t}#a(e,t){if(e==="")this.#t.length>0&&t.push(this.#t.join(`
`)),this.#t=[],this.#r=0;else if(e==="data"||e.startsWith("data:")){let o=e.slice(e.startsWith("data: ")?6:5);this.#t.push(o),this.#r+=o.length+16}}};function b(r){return typeof r=="object"&&r!==null&&!Array.isArray(r)}function M(r){return b(r)?r:{}}function g(r){return typeof r=="string"?r:""}function O(r){return typeof r=="string"&&r!==""?r:null}function Lr(r){return typeof r=="number"&&Number.isFinite(r)?r:null}function Pr(r){return typeof r=="number"&&Number.isInteger(r)&&r>=0&&r<1e4?r:0}function X(r){return Array.isArray(r)?r:[]}function Or(r){return X(r).filter(e=>typeof e=="string")}function ee(r,e){return X(r).flatMap(t=>e(t)??[])}function U(r,e){return e.find(t=>t===r)??e[0]}var Mt=class{#e=new AbortController;#t;#r=()=>{this.clear(),this.#e.abort(this.#t.reason)};#o;#a=!1;constructor(e,t){this.#t=t,this.restart(e),t.aborted?this.#r():t.addEventListener("abort",this.#r)}get signal(){return this.#e.signal}get passed(){return this.#a}restart(e){clearTimeout(this.#o),this.#o=setTimeout(()=>this.#n(),e)}clear(){clearTimeout(this.#o),this.#t.removeEventListener("abort",this.#r)}#n(){this.#a=!0,this.#e.abort()}};function ge(r,e){return new Promise((t,o)=>{let a=()=>o(e.reason);e.aborted&&a(),e.addEventListener("abort",a,{once:!0}),r.then(t,o).finally(()=>e.removeEventListener("abort",a))})}async function bl(r,e,t){if(r===null)return yl(new Error("No handler for client tool calls"),"unknown_tool");try{let o=Promise.resolve(r({name:e.name,params:e.arguments})),a=await ge(o,t);return b(a)?a:{}}catch(o){if(t.aborted)throw o;return yl(o,"tool_failed")}}function Ir(r){return b(r)&&(r.success===!1||b(r.error))}function yl(r,e){let t=b(r)?r:{};return{success:!1,error:{code:typeof t.code=="string"?t.code:e,message:typeof t.message=="string"?t.message:"The tool failed.",hint:typeof t.hint=="string"?t.hint:"",retryable:t.retryable===!0}}}var wf=1e8;function wl(r){if(!b(r))return null;let e=U(r.type,["url","file","entity"]),t=e==="url"?kf(r.url):null,o=e==="file"?g(r.filename):"",a=g(r.title)||o||t||"";return a===""?null:{kind:e,title:a,description:O(r.description)??O(r.attribution),url:t,group:O(r.group),entity:e==="entity"?vf(r):null}}function vf(r){return{id:g(r.id),icon:O(r.icon),label:O(r.inline_label)??O(r.label),interactive:r.interactive===!0,data:M(r.data)}}function kf(r){let e=g(r);return/^(?:https?|mailto):/i.test(e)?e:null}function _r(r){if(!b(r))return null;let e=wl(r.source);return e&&{source:e,index:Sf(r.index)}}function Sf(r){return typeof r=="number"&&Number.isInteger(r)&&r>=0&&r<wf?r:null}function Rt(r){if(!b(r))return null;let e=O(r.title_query),t=Or(r.queries);return{kind:U(r.type,["custom","web_search","thought","file","image"]),status:U(r.status_indicator,["none","loading","complete"]),title:O(r.title),icon:O(r.icon),content:O(r.content),queries:e===null||t.includes(e)?t:[e,...t],sources:ee(r.sources,wl)}}var vl=40,kl=5e3;function Lt(r){return Sl(r,1,{nodesLeft:kl})}function Sl(r,e,t){if(!b(r)||e>vl||t.nodesLeft<=0)return null;let{type:o,id:a,key:n,children:s,...i}=r;t.nodesLeft-=Cl(o,i);let l=Array.isArray(s)?s:[s],p=[];for(let c of l){if(t.nodesLeft<=0)break;let f=Sl(c,e+1,t);f!==null&&p.push(f)}return{type:g(o),id:O(a),key:O(n),fields:i,children:p}}function Cl(r,e){let t=o=>X(e[o]).length;return r==="Chart"?1+t("data")*(1+t("series")):r==="Select"||r==="RadioGroup"?1+t("options"):1}function Tl(r){let e=0,t=(o,a)=>a<=vl&&(e+=Cl(o.type,o.fields))<=kl&&o.children.every(n=>t(n,a+1));return t(r,1)}var Cf=["title","label","question","text","value","message","description","caption","summary"],Tf=["content","children","items","parts","inputs","options","tasks"],$f=12,Ef=2e4;function Ze(r){let e=[];return El(r,e,{depth:$f,lettersLeft:Ef}),e.join(`
`)}function El(r,e,t){t.depth<=0||t.lettersLeft<=0||(typeof r=="string"?Af(r,e,t):Array.isArray(r)?$l(r,e,t):b(r)&&$l([...Cf,...Tf].map(o=>r[o]),e,t))}function $l(r,e,t){let o={depth:t.depth-1,lettersLeft:t.lettersLeft};for(let a of r)El(a,e,o);t.lettersLeft=o.lettersLeft}function Af(r,e,t){let o=r.trim().slice(0,t.lettersLeft);o!==""&&(e.push(o),t.lettersLeft-=o.length)}var Dr="own:",Al={user_message:Mf,assistant_message:(r,e)=>({type:"assistant_message",id:r,parts:X(e.content).map(rn)}),client_tool_call:(r,e)=>({type:"client_tool_call",id:r,status:U(e.status,["pending","completed"]),name:g(e.name),arguments:M(e.arguments),failed:Ir(e.output)}),widget:(r,e)=>{let t=Lt(e.widget);return t&&{type:"widget",id:r,root:t,copyText:O(e.copy_text)}},generated_image:(r,e)=>({type:"generated_image",id:r,url:tn(e.image),progress:null}),structured_input:(r,e)=>({type:"structured_input",id:r,status:U(e.status,["pending","answered","skipped"]),questions:ee(e.inputs,Lf)}),task:(r,e)=>{let t=Rt(e.task);return t&&{type:"task",id:r,task:t}},workflow:(r,e)=>Of(r,M(e.workflow)),end_of_turn:r=>({type:"end_of_turn",id:r}),hidden_context_item:r=>({type:"other",id:r,kind:"hidden_context_item",text:""}),sdk_hidden_context:r=>({type:"other",id:r,kind:"sdk_hidden_context",text:""})};function Ya(r){let e=g(r);return e.startsWith(Dr)?"":e}function xe(r){if(!b(r))return null;let e=Ya(r.id);if(e==="")return null;let t=g(r.type);return(Object.hasOwn(Al,t)?Al[t]:void 0)?.(e,r)??{type:"other",id:e,kind:t,text:Ze(r)}}function Mf(r,e){let t=ee(e.content,Rf);return{type:"user_message",id:r,text:t.map(o=>o.text).join(""),parts:t,attachments:ee(e.attachments,en),quotedText:O(e.quoted_text)}}function Rf(r){if(!b(r))return null;let e=g(r.text);return r.type!=="input_tag"?{type:"text",text:e}:{type:"tag",id:g(r.id),text:e,group:O(r.group),interactive:r.interactive===!0,data:M(r.data)}}function en(r){return b(r)?{id:g(r.id),name:g(r.name),mimeType:g(r.mime_type),previewUrl:r.type==="image"?Ml(r.preview_url):null}:null}function Ml(r){let e=g(r);return/^(?:https?:\/\/|blob:|data:image\/|\/(?!\/))/i.test(e)?e:null}function tn(r){return Ml(M(r).url)}function rn(r){let e=M(r);return{text:g(e.text),annotations:ee(e.annotations,_r)}}function Lf(r){if(!b(r)||g(r.id)==="")return null;let e=X(r.options).map(t=>g(M(t).value));return{id:g(r.id),question:g(r.question),description:O(r.description),options:e.filter(t=>t!==""),multiple:r.multiple===!0,answer:Pf(r.answer)}}function Pf(r){return b(r)?{values:Or(r.values),skipped:r.skipped===!0}:null}function Of(r,e){let t=M(e.summary);return{type:"workflow",id:r,kind:U(e.type,["custom","reasoning"]),tasks:ee(e.tasks,Rt),title:O(t.title),icon:O(t.icon),durationSeconds:Lr(t.duration),expanded:e.expanded===!0}}var If=1e3;function Nr(r,e){let t=M(r),o=O(t.after);return{data:ee(t.data,e),hasMore:t.has_more===!0&&o!==null,after:o}}function Pt(r){return!b(r)||!g(r.id)?null:{id:g(r.id),title:O(g(r.title).slice(0,If)),createdAt:g(r.created_at),status:_f(r.status)}}function Rl(r){let e=Pt(r);return e===null?null:{...e,items:Nr(M(r).items,xe)}}function _f(r){let e=M(r);return{type:U(e.type,["active","locked","closed"]),reason:O(e.reason)}}var _e={type:"other"};function Ol(r){let e=M(r);switch(e.type){case"thread.created":return Pl(e,!0);case"thread.updated":return Pl(e,!1);case"thread.item.added":return Ll(e,!1);case"thread.item.done":case"thread.item.replaced":return Ll(e,!0);case"thread.item.updated":return{type:"item_updated",itemId:g(e.item_id),update:Nf(e.update)};case"thread.item.removed":return{type:"item_removed",itemId:Ya(e.item_id)};default:return Df(e)}}function Df(r){switch(r.type){case"stream_options":return{type:"options",allowCancel:M(r.stream_options).allow_cancel!==!1};case"progress_update":return{type:"progress",text:g(r.text),icon:O(r.icon)};case"client_effect":return{type:"effect",name:g(r.name),data:M(r.data)};case"notice":return{type:"notice",level:U(r.level,["info","warning","danger"]),title:O(r.title),message:g(r.message)};case"error":return{type:"error",code:g(r.code),message:O(r.message),allowRetry:r.allow_retry===!0};default:return null}}function Ll(r,e){let t=xe(r.item);return t&&{type:"item",finished:e,item:t}}function Pl(r,e){let t=Pt(r.thread);return t&&{type:"thread",created:e,thread:t}}function Nf(r){let e=M(r),t=g(e.type);if(t.startsWith("assistant_message."))return Bf(t,e);if(t.startsWith("widget."))return Ff(t,e);switch(t){case"workflow.task.added":case"workflow.task.updated":{let o=Rt(e.task);return o===null?_e:{type:"task",index:Pr(e.task_index),task:o}}case"generated_image.updated":return{type:"image",url:tn(e.image),progress:Hf(e.progress)};default:return _e}}function Bf(r,e){let t=Pr(e.content_index);switch(r){case"assistant_message.content_part.text_delta":return{type:"text_delta",part:t,delta:g(e.delta)};case"assistant_message.content_part.added":case"assistant_message.content_part.done":return{type:"part",part:t,content:rn(e.content)};case"assistant_message.content_part.annotation_added":{let o=_r(e.annotation);return o===null?_e:{type:"annotation",part:t,index:Pr(e.annotation_index),annotation:o}}default:return _e}}function Ff(r,e){let t=g(e.component_id);switch(r){case"widget.root.updated":{let o=Lt(e.widget);return o===null?_e:{type:"widget_root",root:o}}case"widget.component.updated":{let o=Lt(e.component);return o===null?_e:{type:"widget_component",componentId:t,component:o}}case"widget.streaming_text.value_delta":return{type:"widget_text",componentId:t,delta:g(e.delta),done:e.done===!0};default:return _e}}function Hf(r){let e=Lr(r);return e===null?null:Math.min(Math.max(e,0),1)}var Uf={answerMilliseconds:9e4,silenceMilliseconds:33e4,replyMilliseconds:6e4},Br=class{#e;#t;constructor(e,t=Uf){this.#e=e,this.#t=t}async*stream(e,t){let o=new Mt(this.#t.answerMilliseconds,t),a;try{let n=await this.#r(e,"text/event-stream",o.signal);if(n.body===null)return;a=n.body.getReader();let s=new TextDecoder,i=new Rr;for(;;){o.restart(this.#t.silenceMilliseconds);let{done:l,value:p}=await a.read();if(l)return;yield*qf(i,s.decode(p,{stream:!0}))}}catch(n){throw Il(n,t,o)}finally{o.clear(),a?.cancel().catch(()=>{})}}async ask(e,t,{keepalive:o=!1}={}){let a=new Mt(this.#t.replyMilliseconds,t);try{return await(await this.#r(e,"application/json",a.signal,o)).json()}catch(n){throw Il(n,t,a)}finally{a.clear()}}async#r(e,t,o,a=!1){let{url:n,locale:s,fetch:i}=this.#e,l=await i(n,{method:"POST",headers:{"Content-Type":"application/json",Accept:t,"Accept-Language":s},body:JSON.stringify({...e,metadata:{}}),signal:o,...a?{keepalive:a}:{}});if(!l.ok)throw Fr(l.status,await l.text().catch(()=>""));return l}};function*qf(r,e){for(let t of Wf(r,e)){let o=Ol(zf(t));o!==null&&(yield o)}}function Wf(r,e){try{return r.push(e)}catch(t){throw new v("StreamEventParsingError","unreadable",{cause:t})}}function zf(r){try{return JSON.parse(r)}catch(e){throw new v("StreamEventParsingError","unreadable",{cause:e})}}function Fr(r,e){let t=Gf(e),o=b(t)?b(t.error)?t.error:t:{},{message:a,hint:n,retryable:s}=o;return new v("HttpError",r===404?"missing":"refused",{sentence:typeof a=="string"&&a!==""?a:null,hint:typeof n=="string"?n:"",retryable:typeof s=="boolean"?s:Vf(r)})}function Gf(r){try{return JSON.parse(r)}catch{return null}}function Vf(r){return r>=500||r===408||r===425||r===429}function Il(r,e,t){return e.aborted||r instanceof v?r:t.passed?new v("NetworkError","deadline",{cause:r}):new v("NetworkError","network",{cause:r})}var Hr=class{#e;constructor(e){this.#e=e}async send(e,t,o){let a=this.#e.strategy();if(a.type==="direct")return await this.#t(e,a.uploadUrl,t);let n=await this.#e.client(),s={name:e.name,size:e.size,mime_type:e.type},i=await n.ask({type:"attachments.create",params:s},t.signal),l=_l(i);return o(l.id),await this.#e.transport()({...jf(i),body:e},t),l}async discard(e){let t=await this.#e.client(),o={attachment_id:e};await t.ask({type:"attachments.delete",params:o},new AbortController().signal).catch(()=>{})}async#t(e,t,o){let a=new FormData;a.append("file",e,e.name);let n=await this.#e.transport()({url:t,method:"POST",headers:{},body:a},o);return _l(Xf(n))}};function _l(r){let e=en(r);if(e===null||e.id==="")throw new v("FileAttachmentError","unreadable");return e}function jf(r){let e=M(r).upload_descriptor;if(!b(e))throw new v("FileAttachmentError","unreadable");let t=e.method==="POST"?"POST":"PUT";return{url:g(e.url),method:t,headers:Kf(M(e.headers))}}function Kf(r){let e=Object.entries(r).filter(t=>typeof t[1]=="string");return Object.fromEntries(e)}function Xf(r){try{return JSON.parse(r)}catch(e){throw new v("FileAttachmentError","unreadable",{cause:e})}}var Dl={text:"",annotations:[]};function Nl(r,e){switch(r.type){case"assistant_message":return Zf(r,e);case"widget":return Yf(r,e);case"workflow":return e.type==="task"?Jf(r,e.index,e.task):r;case"generated_image":return e.type==="image"?Qf(r,e.url,e.progress):r;default:return r}}function Zf(r,e){switch(e.type){case"text_delta":return on(r,e.part,t=>({...t,text:t.text+e.delta}));case"part":return on(r,e.part,()=>e.content);case"annotation":return on(r,e.part,t=>({...t,annotations:t.annotations.toSpliced(e.index,0,e.annotation)}));default:return r}}function on(r,e,t){let o=r.parts.slice();for(;o.length<=e;)o.push(Dl);return o[e]=t(o[e]??Dl),{...r,parts:o}}function Jf(r,e,t){let o=r.tasks.slice();return o[Math.min(e,o.length)]=t,{...r,tasks:o}}function Qf(r,e,t){return{...r,url:e??r.url,progress:t}}function Yf(r,e){switch(e.type){case"widget_root":return{...r,root:e.root};case"widget_component":{let{component:t,componentId:o}=e,a=t.id===null?{...t,id:o}:t,n=an(r.root,o,()=>a);return n===r.root||!Tl(n)?r:{...r,root:n}}case"widget_text":{let{componentId:t,delta:o,done:a}=e,n=an(r.root,t,s=>em(s,o,a));return n===r.root?r:{...r,root:n}}default:return r}}function em(r,e,t){let o=g(r.fields.value)+e;return{...r,fields:{...r.fields,value:o,streaming:!t}}}function an(r,e,t){if(e==="")return r;if(r.id===e)return t(r);for(let[o,a]of r.children.entries()){let n=an(a,e,t);if(n!==a)return{...r,children:r.children.with(o,n)}}return r}var te=`${Dr}unsent`,De={threadId:null,title:null,createdAt:"",status:{type:"active",reason:null},entries:[],earlier:null,later:null,progress:null,progressIcon:null,allowCancel:!0,noticeCount:0};function nn(r,e){return sn(Ot(De,r),e)}function Bl(r){return ln(Ot(De,r),r.items)}function Fl(r,e){let t=e.entries[0]?.id,o=e.earlier===null?-1:r.entries.findIndex(s=>s.id===t),{noticeCount:a,earlier:n}=r;return o<=0?{...e,noticeCount:a}:{...e,noticeCount:a,earlier:n,entries:[...r.entries.slice(0,o),...e.entries]}}function sn(r,e){let t=[...Hl(r,e),...r.entries];return{...r,entries:t,earlier:e.hasMore?e.after:null}}function ln(r,e){let t=[...r.entries,...Hl(r,e)];return{...r,entries:t,later:e.hasMore?e.after:null}}function Hl(r,e){let t=new Set(r.entries.map(o=>o.id));return e.data.filter(({id:o})=>!t.has(o)&&t.add(o))}function dn(r,e){return It(r,{...e,type:"user_message",id:te})}function Ul(r){return Xl(r,te)}function ql(r,e){let t=r.entries.findLastIndex(o=>o.id===e);return t<0?r:{...r,entries:r.entries.slice(0,t+1)}}function Wl(r,e,t=!1){return Zl(r,e,o=>o.type==="client_tool_call"?{...o,status:"completed",failed:t}:o)}function un(r){return{...r,progress:null,progressIcon:null,allowCancel:!0}}function zl(r,e){switch(e.type){case"thread":return Ot(r,e.thread);case"item":return tm(r,e.item);case"item_updated":return pn(r,[e]);case"item_removed":return Xl(r,e.itemId);case"options":return{...r,allowCancel:e.allowCancel};case"progress":return{...r,progress:e.text||null,progressIcon:e.icon};case"notice":return om(r,e.level,e.title,e.message);case"effect":case"error":return r}}function pn(r,e){let t=r.entries.slice(),o=0;for(let{itemId:a,update:n}of e){let s=t.findLastIndex(p=>p.id===a),i=t[s];if(i===void 0||i.type==="notice")continue;let l=Nl(i,n);l!==i&&(t[s]=l,o+=1)}return o===0?r:{...r,entries:t}}function Gl(r){let e=r.entries.findLast(t=>t.type!=="notice");return e?.type==="client_tool_call"&&e.status==="pending"?e:null}function Vl(r){return r.entries.findLast(t=>t.type==="user_message"&&t.id!==te)?.id??null}function jl({threadId:r,title:e,createdAt:t,status:o}){return r===null?null:{id:r,title:e,createdAt:t,status:o}}function Je(r){let e=r.entries.findLast(t=>t.id===te);return e?.type==="user_message"?e:null}function Kl(r){return r.parts.map(e=>e.text).join(`

`)}function Ot(r,e){let{id:t,title:o,createdAt:a,status:n}=e;return{...r,threadId:t,title:o,createdAt:a,status:n}}function tm(r,e){return e.type==="user_message"&&Je(r)!==null?Zl(rm(r),te,()=>e):{...It(r,e),progress:null,progressIcon:null}}function rm(r){let e=t=>t.type==="client_tool_call"&&t.status==="pending";return r.entries.some(e)?{...r,entries:r.entries.filter(t=>!e(t))}:r}function om(r,e,t,o){let a=r.noticeCount+1,n={type:"notice",id:`${Dr}notice-${a}`,level:e,title:t,message:o};return{...It(r,n),noticeCount:a}}function It(r,e){let t=r.entries.findLastIndex(o=>o.id===e.id);return{...r,entries:t<0?[...r.entries,e]:Jl(r,t,e)}}function Xl(r,e){return r.entries.some(t=>t.id===e)?{...r,entries:r.entries.filter(t=>t.id!==e)}:r}function Zl(r,e,t){let o=r.entries.findLastIndex(n=>n.id===e),a=r.entries[o];return a===void 0?r:{...r,entries:Jl(r,o,t(a))}}function Jl(r,e,t){let o=r.entries.slice();return o[e]=t,o}var am=50,nm=30,sm=100,im=10,lm=10;async function Qe(r,e,t){let o=await Yl(r,e,t);return o.items.hasMore?nn(o,await cn(r,e,null,t)):nn(o,{...o.items,after:null})}async function Ql(r,e,t){return Bl(await Yl(r,e,t))}async function Yl(r,e,t){let o=await r.ask({type:"threads.get_by_id",params:{thread_id:e}},t),a=Rl(o);if(a===null)throw new v("InitialThreadLoadError","unreadable");return a}async function cn(r,e,t,o){let a=await td(r,e,"desc",t,o);return{...a,data:a.data.toReversed()}}function ed(r,e,t,o){return td(r,e,"asc",t,o)}async function td(r,e,t,o,a){let n=[],s=o;for(let i=1;;i+=1){let l={thread_id:e,limit:am,order:t,...od(s)},p=Nr(await r.ask({type:"items.list",params:l},a),xe);n.push(...p.data);let c=p.hasMore&&p.after!==s;if(s=p.after,!c||n.length>=im||i>=lm)return{data:n,hasMore:c,after:s}}}async function rd(r,e,t){let a={limit:e===null?nm:sm,order:"desc",...od(e)};return Nr(await r.ask({type:"threads.list",params:a},t),Pt)}function od(r){return r===null?{}:{after:r}}var dm=8,Ur=class{#e={threads:[],more:!1,loading:!1,failure:null,removed:null};#t=null;#r=new AbortController;#o=null;#a=new Set;#n=new Set;#s;#i;constructor(e,t){this.#s=e,this.#i=t}get state(){return this.#e}async reload(){this.#r.abort(),await this.#f(null)}async readMore(){this.#e.more&&!this.#e.loading&&await this.#f(this.#t)}use(e){if(this.#n.has(e.id))return;let t=this.#e.threads.filter(({id:o})=>o!==e.id);this.#a.add(e.id),this.#g({threads:[e,...t]})}async rename(e,t){let o=this.#e.threads.find(({id:s})=>s===e),a=t.trim();if(o===void 0||a===""||a===o.title)return;let n={...o,title:a};this.#p(o,n);try{await this.#m({type:"threads.update",params:{thread_id:e,title:a}})}catch(s){this.#p(n,o),this.#y(s)}}remove(e){let t=this.#e.threads.findIndex(({id:s})=>s===e),o=this.#e.threads[t];if(o===void 0)return()=>{};this.#l();let a=setTimeout(()=>this.#l(),dm*1e3),n={thread:o,index:t,timer:a};return this.#o=n,this.#n.add(e),this.#g({threads:this.#e.threads.toSpliced(t,1),removed:o}),()=>{this.#o===n&&this.undoRemoval()}}undoRemoval(){let e=this.#d();e!==null&&this.#c(e)}flush(){this.#l({keepalive:!0})}#l({keepalive:e=!1}={}){let t=this.#d();t!==null&&this.#u(t,e)}#d(){let e=this.#o;return e===null?null:(clearTimeout(e.timer),this.#o=null,this.#g({removed:null}),e)}async#u(e,t){try{await this.#m({type:"threads.delete",params:{thread_id:e.thread.id}},t)}catch(o){if(o instanceof v&&o.code==="missing")return;this.#c(e),this.#y(o)}}#c({thread:e,index:t}){this.#n.delete(e.id);let{threads:o}=this.#e;o.some(({id:a})=>a===e.id)||this.#g({threads:o.toSpliced(t,0,e)}),this.#a.add(e.id)}#p(e,t){let o=this.#e.threads.findIndex(({id:a,title:n})=>a===e.id&&n===e.title);o>=0&&this.#g({threads:this.#e.threads.with(o,t)}),this.#i.renamed(t)}async#m(e,t=!1){await(await this.#s()).ask(e,new AbortController().signal,{keepalive:t})}async#f(e){let t=new AbortController;this.#r=t,this.#g({loading:!0,failure:null});try{await this.#h(e,t.signal),t.signal.aborted||this.#g({loading:!1})}catch(o){if(t.signal.aborted)return;if(e!==null&&o instanceof v&&o.code==="missing")return this.#f(null);this.#g({loading:!1}),this.#y(o)}}async#h(e,t){let o=e;for(;;){let a=await rd(await this.#s(),o,t);if(t.aborted)return;let n=a.hasMore&&a.after!==o,s=this.#x(a.data,o===null);if(this.#t=a.after,o=a.after,this.#g({more:n}),s>0||!n)return}}#x(e,t){t&&(this.#a=new Set);let o=e.filter(({id:a})=>!this.#a.has(a)&&!this.#n.has(a)&&this.#a.add(a));return this.#g({threads:t?o:[...this.#e.threads,...o]}),o.length}#y(e){let o=(e instanceof v?e.renamed("HistoryViewError"):null)??new v("HistoryViewError","unreadable",{cause:e});this.#g({failure:o}),this.#i.failed(o)}#g(e){this.#e={...this.#e,...e},this.#i.changed()}};var qr=class{again=null;#e;#t;constructor(e,t){this.#e=e,this.#t=t}clear(){this.again=null,this.#e.set({failure:null})}show(e,t){this.again=t==="send"?null:t,this.#e.set({failure:{error:e,retry:t==="send"?"send":t===null?"none":"ask"}})}report(e,t){let o=e instanceof v?e:new v(t,"stream",{cause:e});return this.#t.event("chatkit.error",{error:o}),o}};var ad={conversation:De,phase:"idle",slow:!1,loadingEarlier:!1,loadingLater:!1,failure:null,feedback:new Map};var Wr=class{#e=ad;#t=[];#r;constructor(e){this.#r=e}get current(){if(this.#t.length>0){let e=this.#t;this.#t=[],this.#e={...this.#e,conversation:pn(this.#e.conversation,e)}}return this.#e}get phase(){return this.#e.phase}set(e){this.#e={...this.current,...e},this.#r()}update(e){this.#t.push(e),this.#r()}};var zr=class{#e;#t;#r=Er("");constructor(e,t){this.#e=e,this.#t=t}get holdsMessage(){return Je(this.#e.current.conversation)!==null}get text(){return Je(this.#e.current.conversation)?.text??""}put(e){this.#r=e;let{conversation:t}=this.#e.current;this.#e.set({conversation:dn(t,ul(e)),failure:null})}moveTo(e){let t=Je(this.#e.current.conversation);this.#e.set({conversation:t===null?e:dn(e,t)})}handBack(){let{conversation:e}=this.#e.current,t=Je(e);return t===null?!1:(this.#e.set({conversation:Ul(e)}),this.#t.returned(t.text,this.#r),!0)}};var um={loading:"loadingEarlier",cursor:r=>r.earlier,read:cn,add:sn},pm={loading:"loadingLater",cursor:r=>r.later,read:ed,add:ln},Gr=class{#e;#t;#r;constructor(e,t,o){this.#e=e,this.#t=t,this.#r=o}loadEarlier(){return this.#o(um)}loadLater(){return this.#o(pm)}async#o(e){let{conversation:t,[e.loading]:o}=this.#e.current,a=e.cursor(t);if(!(t.threadId===null||a===null||o)){this.#e.set({[e.loading]:!0});try{let n=await this.#t(),s=await e.read(n,t.threadId,a,new AbortController().signal),i=this.#e.current.conversation;i.threadId===t.threadId&&e.cursor(i)===a&&this.#e.set({conversation:e.add(i,s)})}catch(n){this.#r(n)}finally{this.#e.set({[e.loading]:!1})}}}};var cm=25,fm=400,Vr=class{onClientTool=null;#e;#t=!1;#r=()=>this.#d();#o=this.#r;constructor(e){this.#e=e}async run(e){let{failures:t,live:o}=this.#e;t.clear(),this.#t=!1,this.#r=()=>this.run(e),this.#o=()=>e.repeats===!0?this.run(e):this.#d(),await this.#e.work(async a=>{o.set({phase:"waiting",slow:!1});try{await this.#a(a),await this.#n(e,a)}catch(n){this.#s(e,n,a)}finally{o.set({phase:"idle",slow:!1,conversation:un(o.current.conversation)})}})}async answerAgain(e,t){let{live:o}=this.#e,a=o.current.conversation;await this.run({request:()=>(a=o.current.conversation,o.set({conversation:ql(a,t)}),fl(e,t)),takeBack:()=>o.set({conversation:a})})}async#a(e){let{live:t,outbox:o}=this.#e,{threadId:a,later:n}=t.current.conversation;if(a===null||n===null)return;let s=await ge(this.#e.client(),e);o.moveTo(await Qe(s,a,e))}async#n(e,t){let o=e.request();for(let n=0;o!==null;n+=1){if(n>cm)throw new v("StreamError","rounds",{retryable:!1});await this.#i(o,t);let s=await this.#p(t);s!==null&&(this.#r=()=>this.run({request:()=>s})),o=s}if(e.takeBack!==void 0&&!this.#t||this.#e.outbox.holdsMessage)throw new v("StreamError","unreadable")}#s(e,t,o){let{failures:a,outbox:n}=this.#e;this.#t||e.takeBack?.();let s=n.handBack();if(o.aborted)return;let i=a.report(t,"StreamError");a.show(i,s?"send":i.retryable?this.#r:null)}async#i(e,t){let{live:o,listener:a}=this.#e;o.set({phase:"waiting",slow:!1});let n=setTimeout(()=>o.set({slow:!0}),fm),s=null;try{let i=await ge(this.#e.client(),t);for await(let l of i.stream(e,t))clearTimeout(n),this.#l(l),s=this.#u(l)??s}finally{clearTimeout(n),o.current.phase==="streaming"&&a.event("chatkit.response.end",void 0)}if(s!==null)throw s}#l(e){let{live:t,listener:o}=this.#e;if(e.type!=="error"&&(this.#r=this.#o),e.type!=="error"&&!this.#t){this.#t=!0;let a=jl(t.current.conversation);a!==null&&o.threadUsed(a)}t.phase!=="streaming"&&(t.set({phase:"streaming",slow:!1}),o.event("chatkit.response.start",void 0))}async#d(){let{conversation:e}=this.#e.live.current,t=Vl(e);e.threadId===null||t===null||await this.answerAgain(e.threadId,t)}#u(e){let{live:t}=this.#e;if(e.type==="item_updated")t.update(e);else{if(e.type==="error")return new v("StreamError","stream",{sentence:e.message,retryable:e.allowRetry});{let o=t.current.conversation.threadId;t.set({conversation:zl(t.current.conversation,e)}),this.#c(e,o)}}return null}#c(e,t){let{live:o,listener:a}=this.#e,{threadId:n}=o.current.conversation;n!==t&&a.event("chatkit.thread.change",{threadId:n}),e.type==="thread"&&a.threadUsed(e.thread),e.type==="effect"&&a.event("chatkit.effect",{name:e.name,data:e.data}),e.type==="item"&&e.finished&&e.item.type==="assistant_message"&&a.answered(Kl(e.item))}async#p(e){let{live:t,failures:o}=this.#e,{conversation:a}=t.current,n=Gl(a);if(n===null||a.threadId===null)return null;t.set({phase:"tool",conversation:un(a)}),this.onClientTool===null&&o.report(new v("IntegrationError","options"),"IntegrationError");let s=await bl(this.onClientTool,n,e);return t.set({conversation:Wl(t.current.conversation,n.id,Ir(s))}),cl(a.threadId,s)}};var jr=class{#e;#t;#r;#o;#a;#n;#s;#i=()=>{};#l=null;#d=Promise.resolve();#u=new AbortController;#c=0;constructor(e){this.#s=new Promise(s=>{this.#i=s});let t=()=>this.client(),o=new Wr(()=>e.changed()),a=new zr(o,e),n=new qr(o,e);this.#e=o,this.#t=e,this.#r=a,this.#o=n,this.#a=new Gr(o,t,s=>n.report(s,"InitialThreadLoadError")),this.#n=new Vr({live:o,listener:e,outbox:a,failures:n,client:t,work:s=>this.#h(s)})}get state(){return this.#e.current}get busy(){return this.#e.phase!=="idle"||this.#r.holdsMessage}get unsentText(){return this.#r.text}set onClientTool(e){this.#n.onClientTool=e}get#p(){return this.#e.current.conversation}set#p(e){this.#e.set({conversation:e})}connect(e){this.#l=e,this.#i(e)}async client(){let e=await this.#s;return this.#l??e}async send(e){if(Mr(e))return;let t=this.#e.phase==="loading"&&!this.#r.holdsMessage;if(this.busy&&!t)throw new v("IntegrationError","busy");this.#r.put(e),await this.#d,this.#r.holdsMessage&&await this.#n.run({request:()=>pl(this.#p.threadId,e)})}async act(e,t,{streaming:o=!0}={}){o&&this.#m();let a=hl(this.#f(),e,t);o?await this.#n.run({request:()=>({type:"threads.custom_action",params:a}),repeats:!0}):await this.#w(a)}async answerInput(e,t){this.#m();let o=this.#f();await this.#n.run({request:()=>ml(o,e,t)})}async sendFeedback(e,t){let o=this.#f(),a=this.state.feedback;this.#e.set({feedback:new Map([...a,...e.map(n=>[n,t])])});try{await(await this.client()).ask(gl(o,e,t),new AbortController().signal)}catch(n){let s=new Map(this.state.feedback);for(let i of e)mm(s,i,a.get(i));this.#e.set({feedback:s}),this.#o.report(n,"StreamError")}}async retryFrom(e){this.#m(),await this.#n.answerAgain(this.#f(),e)}async retry(){let{again:e}=this.#o;e!==null&&!this.busy&&await e()}async stop(){this.#u.abort(),await this.#d}async show(e){let t=this.#c+=1;await this.stop(),t===this.#c&&await this.open(e)}async open(e){this.#m(),this.#o.clear(),this.#p={...De,threadId:e},this.#t.event("chatkit.thread.change",{threadId:e}),e!==null&&await this.#h(t=>this.#x(e,t))}async refresh(){this.#m();let{threadId:e,later:t}=this.#p;if(e===null||t!==null)return;let o=await Qe(await this.client(),e,new AbortController().signal),a=this.#p;!this.busy&&a.threadId===e&&(this.#p=Fl(a,o))}loadEarlier(){return this.#a.loadEarlier()}loadLater(){return this.#a.loadLater()}async jumpToStart(){this.#m();let{threadId:e,earlier:t}=this.#p;e!==null&&t!==null&&await this.#g(e,Ql)}async jumpToNewest(){this.#m();let{threadId:e,later:t}=this.#p;e!==null&&t!==null&&await this.#g(e,Qe)}retitle(e){e.id===this.#p.threadId&&(this.#p=Ot(this.#p,e))}#m(){if(this.busy)throw new v("IntegrationError","busy")}#f(){let{threadId:e}=this.#p;if(e===null)throw new v("IntegrationError","options");return e}async#h(e){this.#u=new AbortController,this.#d=e(this.#u.signal),await this.#d}async#x(e,t){this.#e.set({phase:"loading"}),this.#t.event("chatkit.thread.load.start",{threadId:e});try{let o=await ge(this.client(),t);this.#r.moveTo(await Qe(o,e,t))}catch(o){this.#r.handBack(),t.aborted||this.#y(e,this.#o.report(o,"InitialThreadLoadError"))}finally{this.#e.set({phase:"idle"}),this.#t.event("chatkit.thread.load.end",{threadId:e})}}#y(e,t){if(t.code!=="missing"){this.#o.show(t,()=>this.open(e));return}this.#p=De,this.#t.event("chatkit.thread.change",{threadId:null}),this.#o.show(t,null)}async#g(e,t){await this.#h(async o=>{this.#e.set({phase:"loading",failure:null});try{let a=await ge(this.client(),o);this.#r.moveTo(await t(a,e,o))}catch(a){o.aborted||this.#o.report(a,"InitialThreadLoadError")}finally{this.#e.set({phase:"idle"})}})}async#w(e){try{let o=await(await this.client()).ask({type:"threads.sync_custom_action",params:e},new AbortController().signal),a=xe(M(o).updated_item),n=this.#p.threadId===e.thread_id;a!==null&&n&&(this.#p=It(this.#p,a))}catch(t){this.#o.show(this.#o.report(t,"WidgetItemError"),()=>(this.#o.clear(),this.#w(e)))}}};function mm(r,e,t){t===void 0?r.delete(e):r.set(e,t)}function fn({maxCount:r=10}){return r}function mn({maxSize:r=104857600},e){return typeof r=="number"?r:[e,`${e.split("/")[0]??""}/*`,"*/*","*",""].map(o=>r[o]).find(o=>o!==void 0)??104857600}function nd(r,e,t){return hm(r,e)?r.size>mn(e,r.type)?"size":t>=fn(e)?"count":null:"type"}function sd({accept:r={}}){return Object.entries(r).flat(2).join(",")}function hm({name:r,type:e},{accept:t}){if(t===void 0||Object.keys(t).length===0)return!0;let o=`${e.split("/")[0]??""}/*`;return Object.entries(t).some(([a,n])=>[e,o,"*/*","*"].includes(a)||n.some(s=>r.toLowerCase().endsWith(s.toLowerCase())))}var gm=3,Kr=class{#e=[];#t=1;#r=[];#o=new Map;#a=new Map;#n;#s;constructor(e,t){this.#n=e,this.#s=t}get list(){return this.#e}get ready(){return this.#e.every(({state:e})=>e==="done")}get attachments(){return this.#e.flatMap(({attachment:e})=>e??[])}add(e,t){let o=e.flatMap(a=>{let n=nd(a,t,this.#e.length);return n===null&&this.#i(a),n===null?[]:[{name:a.name,type:a.type,reason:n}]});return this.#d(),o}addKept(e){this.#x([...this.#e,...e.map(t=>this.#a.get(t.id)??this.#l(t))]);for(let{id:t}of e)this.#a.delete(t)}remove(e){let t=this.#e.find(o=>o.key===e);t!==void 0&&(this.#x(this.#e.filter(o=>o!==t)),this.#m(t),this.#d())}retry(e){let t=this.#o.get(e);t!==void 0&&(t.id!==null&&this.#n.discard(t.id),t.id=null,this.#h(e,{state:"waiting",progress:0,error:null}),this.#d())}moveToMessage(){for(let e of this.#e)e.attachment!==null&&this.#a.set(e.attachment.id,e);this.#x([])}settle(){for(let e of this.#a.values())this.#f(e);this.#a.clear()}#i(e){let t=this.#t++,o=e.type.startsWith("image/")&&e.type!=="image/svg+xml"?URL.createObjectURL(e):null;this.#o.set(t,{file:e,abort:new AbortController,id:null});let{name:a,size:n}=e,s={key:t,name:a,size:n,pictureUrl:o,state:"waiting",progress:0,error:null,attachment:null};this.#x([...this.#e,s])}#l(e){let{name:t,previewUrl:o}=e;return{key:this.#t++,name:t,size:null,pictureUrl:o,state:"done",progress:1,error:null,attachment:e}}#d(){let e=this.#e.filter(({state:a})=>a==="sending").length,t=this.#e.filter(({state:a})=>a==="waiting").slice(0,Math.max(0,gm-e));for(let{key:a}of t)this.#u(a);this.#e.every(({state:a})=>a==="done"||a==="failed")&&this.#r.length>0&&this.#s.arrived(this.#r.splice(0))}async#u(e){let t=this.#o.get(e);if(t===void 0)return;t.abort=new AbortController;let{signal:o}=t.abort;this.#h(e,{state:"sending"});try{let a={signal:o,progress:s=>this.#h(e,{progress:s})},n=await this.#n.send(t.file,a,s=>t.id=s);o.aborted||this.#c(e,n)}catch(a){this.#p(e,a)}this.#d()}#c(e,t){this.#h(e,{state:"done",progress:1,attachment:t}),this.#r.push(t.name)}#p(e,t){let o=this.#e.find(s=>s.key===e);if(o===void 0)return;let n=(t instanceof v?t:new v("NetworkError","network",{cause:t})).renamed("FileAttachmentError");this.#h(e,{state:"failed",error:n}),this.#s.failed(o,n)}#m(e){let t=this.#o.get(e.key);t?.abort.abort();let o=e.attachment?.id??t?.id??null;t!==void 0&&o!==null&&this.#n.discard(o),this.#f(e)}#f({key:e,pictureUrl:t}){this.#o.delete(e)&&t!==null&&URL.revokeObjectURL(t)}#h(e,t){this.#x(this.#e.map(o=>o.key===e?{...o,...t}:o))}#x(e){this.#e=e,this.#s.changed()}};var id=10,xm=20,ld=["byte","kilobyte","megabyte","gigabyte"];function Xr(r){let e=[...r];if(e.length<=xm)return d`<bdi class="file-name">${r}</bdi>`;let[t,o]=[e.slice(0,-id).join(""),e.slice(-id).join("")];return d`<bdi class="file-name" title=${r}>
    <span class="visually-hidden">${r}</span>
    <span class="head" aria-hidden="true">${t}</span><span aria-hidden="true">${o}</span>
  </bdi>`}function Zr(r){let e=r<1e3?0:Math.min(ld.length-1,Math.floor(Math.log10(r)/3)),t=r/1e3**e,o=e>0&&t<10?1:0,a=e===0?"long":"short",n=document.documentElement.lang||void 0;return new Intl.NumberFormat(n,{style:"unit",unit:ld[e]??"byte",unitDisplay:a,maximumFractionDigits:o}).format(t)}var Jr=y`
  .file-name {
    display: flex;
    min-width: 0;
    white-space: pre;
  }
  .file-name .head {
    overflow: hidden;
    text-overflow: ellipsis;
  }
`;var hn=4,dd=5,ud=1024**2;function pd(r,e,t){let o=r.filter(({reason:s})=>s==="count").map(({name:s})=>s),a=[...new Set(r.map(s=>ym(s,o,e,t)))];if(a.length<=hn)return a;let n=t("element.attach.refused.more",{count:String(a.length-hn)});return[...a.slice(0,hn),n]}function cd(r,e){let[t=""]=r;return r.length===1?e("element.attach.arrived",{name:t}):e("element.attach.arrived_many",{count:String(r.length)})}function ym({name:r,type:e,reason:t},o,a,n){let s=o.slice(0,dd).join(", ")+(o.length>dd?", …":""),i={name:r,names:s,limit:bm(mn(a,e)),count:String(fn(a))};return n(`element.attach.refused.${t}`,i)}function bm(r){return r>=ud?`${Math.floor(r/ud)} MB`:Zr(r)}var fd=[],Qr=class{text="";reply=null;toolId=null;#e=new Map;#t=null;#r={};setOption(e){this.#r=e,this.toolId=this.tool?.id??null}get tools(){return this.#r.tools??fd}get models(){return this.#r.models??fd}get tool(){return this.tools.find(({id:e})=>e===this.toolId)??null}get model(){let e=this.models.filter(({disabled:o})=>o!==!0);return e.find(({id:o})=>o===this.#t)??e.find(o=>o.default===!0)??e[0]??null}chooseModel(e){this.#t=e}addTag({id:e,title:t,group:o,data:a={},interactive:n=!1}){let s=o===void 0?{}:{group:o};return this.#a({type:"input_tag",id:e,text:t,data:a,interactive:n,...s})}setContent(e){this.text=this.#o(e)}get message(){let{reply:e,tool:t,model:o}=this;return{content:wm(this.text.trim(),this.#e),...e===null?{}:{reply:e},...t===null?{}:{toolId:t.id},...o===null?{}:{model:o.id}}}clear(){this.tool?.persistent!==!0&&(this.toolId=null),this.text="",this.reply=null,this.#e=new Map}putBack(e){this.text=gn(e,this.text)}putBackMessage(e){Ar(e)!==""&&this.putBack(this.#o(e.content)),this.reply??=e.reply??null,this.toolId??=this.tools.find(({id:t})=>t===e.toolId)?.id??null}#o(e){return e.map(t=>t.type==="input_text"?t.text:this.#a(t)).join("")}#a(e){let t=e.text.startsWith("@")?e.text:`@${e.text}`;return this.#e=new Map([...this.#e,[t,e]]),t}};function wm(r,e){let t=[...e.keys()].sort((n,s)=>s.length-n.length).map(vm);if(t.length===0)return[{type:"input_text",text:r}];let o=new RegExp(`(${t.join("|")})(?![\\p{L}\\p{N}])`,"u");return r.split(o).filter(n=>n!=="").map(n=>e.get(n)??{type:"input_text",text:n})}function gn(r,e){return[r,e].filter(t=>t!=="").join(`

`)}function vm(r){return r.replace(/[\\^$.*+?()[\]{}|/-]/gu,"\\$&")}function _t(r,e=0){let t=0,o=()=>{i(),r()},a=()=>{t=requestAnimationFrame(o)},n=setTimeout(o,e+100),s=e>0?setTimeout(a,e):void 0;s===void 0&&a();let i=()=>{clearTimeout(s),clearTimeout(n),cancelAnimationFrame(t)};return i}function md(r){let e=_t(()=>{e=xn(r)});return()=>e()}function xn(r){let e=setTimeout(r);return()=>clearTimeout(e)}var km=new Set(["assistant_message","workflow","generated_image"]);function hd(r,e,t){let{conversation:o,phase:a,slow:n}=r;return a==="tool"?t("element.progress.tool"):o.progress!==null?o.progress:a==="waiting"?n?t(Sm(e)):"":a==="streaming"&&!km.has(o.entries.at(-1)?.type)?"":null}function gd(r,e,t){let a=e?.state==="failed"||e?.state==="stopped"?e.message||t("element.failure.stopped"):null;if(r.failure===null)return a===null?null:{sentence:Yr(a),hint:"",retry:!1};let{error:n,retry:s}=r.failure;return{sentence:Yr(n.sentence??a??t(`element.failure.${n.code}`)),hint:s==="send"?t("element.failure.unsent"):Yr(n.hint),retry:s!=="none"}}function xd(r,e){let{type:t,reason:o}=r.conversation.status;return t==="active"?null:Yr(o??e(`element.${t}`))}function Yr(r){return r.length>600?`${r.slice(0,600)}…`:r}function Sm(r){return r?.state==="ready"?"element.progress.working":"element.progress.starting"}var yn="said";function Ye(r,e){r.dispatchEvent(new CustomEvent(yn,{detail:e,bubbles:!0,composed:!0}))}function yd(r){let{url:e,fetch:t,uploadHeaders:o}=r;return t!==void 0&&o===void 0?(a,n)=>$m(t,a,n):(a,n)=>Tm(Cm(a,e,o??{}),n)}function Cm(r,e,t){return new URL(r.url,document.baseURI).origin===new URL(e,document.baseURI).origin?{...r,headers:{...r.headers,...t}}:r}function Tm({url:r,method:e,headers:t,body:o},a){return new Promise((n,s)=>{let i=new XMLHttpRequest,l=()=>i.abort();a.signal.addEventListener("abort",l,{once:!0}),i.open(e,r);for(let[p,c]of Object.entries(t))i.setRequestHeader(p,c);i.upload.onprogress=({loaded:p,total:c})=>a.progress(c>0?p/c:0),i.onload=()=>{i.status>=200&&i.status<300?n(i.responseText):s(Fr(i.status,i.responseText))},i.onerror=()=>s(new v("NetworkError","network")),i.onabort=()=>s(new v("NetworkError","network")),i.onloadend=()=>a.signal.removeEventListener("abort",l),i.send(o)})}async function $m(r,e,t){let{url:o,method:a,headers:n,body:s}=e,i=await r(o,{method:a,headers:n,body:s,signal:t.signal}),l=await i.text();if(!i.ok)throw Fr(i.status,l);return l}function bd(r){return wd(r)}function wd({type:r,id:e,key:t,fields:o,children:a}){return{type:r,...e===null?{}:{id:e},...t===null?{}:{key:t},...o,...a.length===0?{}:{children:a.map(wd)}}}var eo=class{#e;#t;#r;constructor(e,t,o){this.#e=e,this.#t=t,this.#r=o}async act({itemId:e,action:t,handler:o,streaming:a,done:n}){try{o==="client"?await this.#o(e,t):await this.#e.act(t,e,{streaming:a}),n(this.#e.state.failure===null)}catch(s){n(!1),this.#r(s)}}async answer({itemId:e,input:t}){await this.#e.answerInput(e,t).catch(this.#r)}async feedback({itemIds:e,kind:t}){await this.#e.sendFeedback(e,t).catch(this.#r)}async retry({itemId:e}){await this.#e.retryFrom(e).catch(this.#r)}entity({source:e}){if(e.entity===null)return;let{id:t,icon:o,interactive:a,data:n}=e.entity;this.#t()?.entities?.onClick?.({id:t,title:e.title,interactive:a,data:Em(n),...o===null?{}:{icon:o},...e.group===null?{}:{group:e.group}})}async#o(e,{type:t,payload:o}){let a=this.#e.state.conversation.entries.find(({id:s})=>s===e);if(a?.type!=="widget")return;let n=o===null?{type:t}:{type:t,payload:o};await this.#t()?.widgets?.onAction?.(n,{id:e,widget:bd(a.root)})}};function Em(r){return Object.fromEntries(Object.entries(r).filter(e=>typeof e[1]=="string"))}var vd={"element.agent_asks":"{agent} asks:","element.agent_said":"{agent} said:","element.answer_again":"Answer again","element.attach.add":"Attach files","element.attach.arrived":"{name} is attached.","element.attach.arrived_many":"{count} files are attached.","element.attach.dismiss":"Dismiss","element.attach.drop":"Drop files here to attach them","element.attach.failed":"This file could not be sent.","element.attach.refused.count":"No more than {count} files can go with one message. Left out: {names}.","element.attach.refused.folder":"{name} is a folder. Attach the files in it instead.","element.attach.refused.more":"{count} more could not be attached.","element.attach.refused.size":"{name} is larger than {limit}.","element.attach.refused.type":"{name} is of a kind that cannot be attached here.","element.attach.remove":"Remove {name}","element.attach.retry":"Send {name} again","element.attach.sending":"Sending {name}","element.attach.unsent":"Try what failed again, or remove it; then the message can be sent.","element.attach.waiting":"The message can be sent once its files have arrived.","element.attachments":"Attached files","element.closed":"This conversation is closed.","element.composer.label":"Message","element.composer.mention":"Mention something","element.composer.model":"Model: {model}","element.composer.remove_tool":"Remove {tool}","element.composer.send":"Send","element.composer.stop":"Stop the answer","element.composer.suggestions":"Suggestions","element.composer.tools":"Tools","element.composer.unquote":"Remove the quote","element.conversation":"Conversation","element.copied":"Copied","element.copy":"Copy","element.disclaimer.local":"{agent}. What you write stays on this computer.","element.earlier":"Show earlier messages","element.earlier.failed":"Earlier messages could not be read.","element.empty":"Nothing has been said here yet.","element.failure.attachments":"Files cannot be attached here.","element.failure.busy":"The last answer is still being written.","element.failure.deadline":"No answer came in time.","element.failure.missing":"That conversation is not here any more.","element.failure.network":"The conversation could not be reached.","element.failure.options":"This chat is not set up.","element.failure.refused":"The request was not accepted.","element.failure.rounds":"The agent kept asking for tools without coming to an end.","element.failure.stopped":"The part of the program that holds conversations is not running.","element.failure.stream":"The answer could not be completed.","element.failure.unreadable":"The answer could not be read.","element.failure.unsent":"Your message is back in the box below.","element.feedback.negative":"Not helpful","element.feedback.positive":"Helpful","element.greeting":"Hello. What would you like to try?","element.history.actions":"Actions for “{title}”","element.history.close":"Close the list","element.history.delete":"Delete","element.history.empty":"No conversations yet.","element.history.failed":"The list could not be read.","element.history.filter":"Search conversations","element.history.more":"Show more","element.history.new":"New conversation","element.history.new_title":"New name","element.history.none":"No conversation has that name.","element.history.not_all":"Only the conversations loaded so far were searched.","element.history.rename":"Rename","element.history.title":"Conversations","element.history.today":"Today","element.history.undated":"Older","element.history.untitled":"Untitled conversation","element.history.week":"Earlier this week","element.history.yesterday":"Yesterday","element.image":"Generated picture","element.image.missing":"The picture is not here.","element.image.open":"Open the picture in the browser","element.image.progress":"Making a picture","element.loading":"Loading…","element.locked":"This conversation is locked.","element.markdown.code":"Code","element.markdown.code_in":"Code: {language}","element.markdown.copied":"Copied","element.markdown.copy":"Copy","element.markdown.copy_failed":"Not copied","element.markdown.source":"Source {number}: {title}","element.markdown.task_done":"Done","element.markdown.task_open":"Not done","element.new_answer":"New answer","element.new_answers":"{count} new answers","element.notice.danger":"Problem:","element.notice.warning":"Warning:","element.progress.starting":"Starting…","element.progress.tool":"Waiting for this computer…","element.progress.working":"Working…","element.prompt.about.label":"What is this?","element.prompt.about.message":"What is this program?","element.prompt.dark.label":"Use dark mode","element.prompt.dark.message":"Use dark mode","element.prompt.file.label":"Open a file","element.prompt.file.message":"Open a file","element.prompt.private.label":"Is this private?","element.prompt.private.message":"Is this private?","element.questions.own":"Your own answer","element.questions.send":"Send answers","element.questions.skip":"Skip","element.questions.skipped":"Skipped","element.retry":"Retry","element.show_all":"Show all","element.show_less":"Show less","element.sources":"Sources","element.start.connect":"Connect an agent","element.start.local.label":"On this computer","element.start.local.needs":"A demo guide, no set-up","element.start.server.label":"My ChatKit server","element.start.server.needs":"Its URL","element.start.session_service.label":"ChatKit by my organisation","element.start.session_service.needs":"Its address, maybe a token","element.start.workflow.label":"OpenAI ChatKit","element.start.workflow.needs":"A workflow ID and an API key","element.task.complete":"Done","element.task.file":"Read files","element.task.image":"Made a picture","element.task.loading":"Under way","element.task.queries":"Searched for","element.task.web_search":"Searched the web","element.thinking":"Thinking…","element.thought":"Thought","element.thought.for":"Thought for {duration}","element.to_end":"Go to the latest message","element.tool.asked":"Asked for “{tool}” on this computer","element.tool.done":"Used “{tool}” on this computer","element.tool.failed":"Did not use “{tool}”","element.tool.too_long":"The agent gave a tool more than it can take.","element.tool.unknown":"The agent asked for a tool that does not exist.","element.tools.asked":"Asked for {count} tools on this computer","element.tools.done":"Used {count} tools on this computer","element.undo.deleted":"Deleted “{title}”","element.undo.undo":"Undo","element.unknown_item":"Something that this version cannot show.","element.widget.button":"Button","element.widget.chart":"Chart","element.widget.day_form":"YYYY-MM-DD","element.widget.hide":"Hide details","element.widget.more":"Show {count} more","element.widget.nothing_chosen":"Nothing chosen","element.widget.password":"The agent that asks can read what you write here. Never give it a password that you use elsewhere.","element.widget.problem.choose":"Choose something.","element.widget.problem.date":"Write a complete date.","element.widget.problem.email":"Write an email address, like name@example.com.","element.widget.problem.form":"This is not in the form that is asked for.","element.widget.problem.missing":"Fill this in.","element.widget.problem.number":"Write a number.","element.widget.problem.range":"This is outside of what can be chosen.","element.widget.problem.tick":"Tick this to go on.","element.widget.problem.url":"Write a web address, like https://example.com.","element.widget.problems":"Not sent yet. Fields to look at: {count}.","element.widget.show":"Show details","element.widget.table":"Table","element.work":"What was done","element.you_said":"You said:"};function Dt(r={}){return(e,t={})=>(r[e]??vd[e]).replace(/\{(\w+)\}/g,(a,n)=>t[n]??a)}var kd=1500,Mm="(max-width: 719px)",to=class extends S{static properties={serverState:{attribute:!1}};options=null;words=Dt();announcement="";problem=null;composer=new Qr;uploads;refusals=[];session;history;wishes;#e=matchMedia(Mm);#t=()=>this.requestUpdate();#r=()=>this.history.flush();#o="";#a="";constructor(){super(),this.serverState=null,this.addEventListener(yn,e=>this.#l(e)),this.session=new jr({changed:this.#t,event:(e,t)=>this.dispatchEvent(new CustomEvent(e,{detail:t})),returned:(e,t)=>this.putBackMessage(t),answered:e=>this.#i(e),threadUsed:e=>this.history.use(e)}),this.uploads=new Kr(new Hr(this.#n()),{changed:this.#t,arrived:e=>this.#i(cd(e,this.words)),failed:(e,t)=>this.#s(e,t)}),this.history=new Ur(()=>this.session.client(),{changed:this.#t,renamed:e=>this.session.retitle(e),failed:e=>this.emit("chatkit.error",{error:e})}),this.wishes=new eo(this.session,()=>this.options,e=>this.noteRefusal(e))}get draft(){return gn(this.session.unsentText,this.composer.text)}get threadId(){return this.session.state.conversation.threadId}connectedCallback(){super.connectedCallback(),this.#e.addEventListener("change",this.#t),addEventListener("pagehide",this.#r)}disconnectedCallback(){super.disconnectedCallback(),this.#e.removeEventListener("change",this.#t),removeEventListener("pagehide",this.#r),this.history.flush()}get narrow(){return this.#e.matches}changeComposer(e){let t=this.composer.toolId;e(),this.requestUpdate();let{toolId:o}=this.composer;o!==t&&this.emit("chatkit.tool.change",{toolId:o})}get serverUrl(){let e=this.options?.api??{url:""};return new URL("url"in e?e.url:"",document.baseURI).href}get attachable(){let e=this.options?.composer?.attachments;return e?.enabled===!0?e:null}attach(e,t=[]){let o=this.attachable;if(o===null)return;let a=this.uploads.add(e,o),n=t.map(s=>({name:s,type:"",reason:"folder"}));this.refusals=pd([...a,...n],o,this.words),this.refusals.length>0&&this.#i(this.refusals.join(" ")),this.requestUpdate()}putBackMessage(e){this.changeComposer(()=>this.composer.putBackMessage(e)),this.uploads.addKept(e.attachments??[])}emit(e,t){this.dispatchEvent(new CustomEvent(e,{detail:t}))}noteRefusal(e){this.emit("chatkit.error",{error:e instanceof Error?e:new Error(String(e))})}unlessBusy(e){e.catch(t=>{if(t instanceof v)this.noteRefusal(t);else throw t})}async scheduleUpdate(){this.hasUpdated&&await new Promise(e=>_t(e)),await super.scheduleUpdate()}willUpdate(e){let{state:t}=this.session,o=this.problem?.sentence;this.problem=gd(t,this.serverState,this.words),this.problem!==null&&this.problem.sentence!==o&&(this.announcement=this.problem.sentence),e.has("serverState")&&this.serverState?.state==="ready"&&t.failure?.retry==="ask"&&t.conversation.entries.length===0&&this.session.retry()}firstUpdated(){this.dispatchEvent(new CustomEvent("chatkit.ready",{bubbles:!0,composed:!0}))}updated(){this.#d()}#n(){let e=()=>{if(this.options!==null&&"url"in this.options.api)return this.options.api;throw new v("IntegrationError","options")};return{client:()=>this.session.client(),strategy:()=>e().uploadStrategy??{type:"two_phase"},transport:()=>yd(e())}}#s({name:e},t){this.emit("chatkit.error",{error:t}),this.#i(`${e}: ${t.sentence??this.words("element.attach.failed")}`)}#i(e){let o=e.length>kd?`${e.slice(0,kd)}…`:e;this.announcement=o===this.announcement?`${o} `:o,this.requestUpdate()}#l(e){e.stopPropagation(),this.#i(e.detail)}#d(){let{threadId:e,title:t}=this.session.state.conversation,o={busy:this.session.busy,threadId:e,title:t},a={text:this.draft,threadId:e};this.#o!==(this.#o=JSON.stringify(o))&&this.emit("agentnook.state",o),this.#a!==(this.#a=JSON.stringify(a))&&this.emit("agentnook.draft",a)}};var Rm=/^chatkit-link:\/\/([a-z0-9_.-]{1,64})\/?(?:\?([^#]{0,2000}))?(?:#.*)?$/i;function Sd(r){let[,e,t=""]=Rm.exec(r)??[];return e===void 0?null:{name:e.toLowerCase(),data:Object.fromEntries(new URLSearchParams(t))}}var Cd={pill:[16,20],round:[12,16],soft:[8,12],sharp:[2,2]},Td={compact:28,normal:32,spacious:40},$d=[6,12,18,24],Lm=14,Pm=18,Om=/^(?:#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})|[a-z]{3,24}|(?:rgb|hsl|hwb|oklab|oklch)a?\([\w\s.,%/+-]{1,60}\))$/i;function Im(r){if(r===void 0)return{scheme:null,properties:{}};if(typeof r=="string")return{scheme:Ed(r),properties:{}};let{radius:e,density:t,typography:o,color:a}=r;return{scheme:Ed(r.colorScheme),properties:{..._m(e),...Dm(t),...Nm(o?.baseSize),...Bm(a?.surface?.background,a?.surface?.foreground),...Fm(a?.accent?.primary,a?.accent?.level)}}}function bn(r){return typeof r=="string"&&Om.test(r)}function Ed(r){return r==="light"||r==="dark"?r:null}function _m(r){if(r===void 0||!Object.hasOwn(Cd,r))return{};let[e,t]=Cd[r];return{"--radius":`${e}px`,"--radius-card":`${t}px`}}function Dm(r){return r===void 0||!Object.hasOwn(Td,r)?{}:{"--control":`${Td[r]}px`}}function Nm(r){if(r===void 0||!(r>=Lm&&r<=Pm))return{};let e=Math.round(r*1.6);return{"--text-size":`${r}px`,"--text-line":`${e}px`,"--label-size":`${r-2}px`}}function Bm(r,e){return{...bn(r)?{"--surface":r,"--raised":r}:{},...bn(e)?{"--text":e}:{}}}function Fm(r,e=1){return bn(r)?{"--accent":r,"--accent-tint":`color-mix(in srgb, ${r} ${$d[e]??$d[1]}%, var(--surface))`,"--on-accent":`oklch(from ${r} clamp(0, (0.66 - l) * 1000, 1) 0 0)`}:{}}var ro=class{#e;#t=[];constructor(e){this.#e=e}wear(e){let{scheme:t,properties:o}=Im(e);for(let a of this.#t)this.#e.style.removeProperty(a);for(let[a,n]of Object.entries(o))this.#e.style.setProperty(a,n);this.#t=Object.keys(o),t===null?delete this.#e.dataset.theme:this.#e.dataset.theme=t}};var oo=class extends to{historyOpen=!1;#e=new ro(this);#t=null;constructor(){super(),this.addEventListener("click",e=>this.#i(e))}connectedCallback(){super.connectedCallback(),window.addEventListener("online",this.#r)}disconnectedCallback(){super.disconnectedCallback(),window.removeEventListener("online",this.#r)}#r=()=>{let{failure:e}=this.session.state;e?.retry==="ask"&&e.error.retryable&&this.session.retry()};setOptions(e){let t=this.#o(e),o=this.options===null;this.options=e,this.words=Dt(e.strings),this.session.onClientTool=e.onClientTool??null,this.session.connect(t),this.#e.wear(e.theme),this.changeComposer(()=>this.composer.setOption(e.composer??{})),o&&e.initialThread&&!this.session.busy&&this.session.open(e.initialThread)}async focusComposer(){await this.updateComplete,this.focusText()}async setThreadId(e){await this.session.open(e)}async showThread(e){await this.session.show(e)}async sendUserMessage(e){e.newThread===!0&&await this.session.open(null),await this.#a({content:At(e),attachments:Qa(e.attachments??[]),...e.reply===void 0?{}:{reply:e.reply},...e.toolChoice===void 0?{}:{toolId:e.toolChoice.id},...e.model===void 0?{}:{model:e.model}})}async setComposerValue(e){let{text:t,content:o,reply:a,attachments:n=[],files:s=[],selectedToolId:i,selectedModelId:l}=e;if(n.length+s.length>0&&this.attachable===null)throw this.#l("element.failure.attachments");this.changeComposer(()=>{(t!==void 0||o!==void 0)&&this.composer.setContent(At(e)),a!==void 0&&(this.composer.reply=a===""?null:a),i!==void 0&&(this.composer.toolId=i),l!==void 0&&this.composer.chooseModel(l)}),this.uploads.addKept(Qa(n)),s.length>0&&this.attach(s),await this.updateComplete}putBack(e){this.changeComposer(()=>this.composer.putBack(e))}async fetchUpdates(){await this.session.refresh()}async sendCustomAction(e,t){await this.session.act({...e},t)}async showHistory(){if(!this.historyOpen){if(!this.withHistory)throw this.#l("element.failure.options");this.#s(!0),this.emit("chatkit.history.open",void 0),this.history.reload(),await this.updateComplete,this.focusHistory()}}async hideHistory(){if(!this.historyOpen)return;let e=document.hasFocus()&&this.shadowRoot?.activeElement?.closest("agentnook-history")!==null;this.#s(!1),this.emit("chatkit.history.close",void 0),await this.updateComplete,e&&this.focusText()}async stop(){await this.session.stop()}get withHistory(){return this.options?.history?.enabled!==!1}wordOfTag=e=>this.composer.addTag(e);async submit(){let e={...this.composer.message,attachments:this.uploads.attachments};Mr(e)||!this.uploads.ready||(this.emit("chatkit.log",{name:"composer.submit"}),this.changeComposer(()=>this.composer.clear()),this.refusals=[],this.uploads.moveToMessage(),await this.#n(e),this.uploads.settle())}async choosePrompt(e){this.emit("chatkit.log",{name:"start_screen.choose"});let t=this.#n(e);await this.focusComposer(),await t}async openFromHistory(e){this.unlessBusy(this.session.show(e)),this.narrow&&await this.hideHistory(),await this.focusComposer()}removeThread(e){this.history.remove(e),this.#t=e===this.threadId?e:null,this.#t!==null&&this.unlessBusy(this.session.show(null))}undoRemoval(){let e=this.history.state.removed?.id;if(e===void 0)return;this.history.undoRemoval(),e===this.#t&&this.threadId===null&&!this.session.busy&&this.unlessBusy(this.session.show(e)),this.focusAfterUndo(e)}async focusAfterUndo(e){await this.updateComplete,this.historyOpen?this.focusThreads(e):this.focusText()}searchFailed(e){this.emit("chatkit.error",{error:new v("EntitySearchError","unreadable",{cause:e})})}tryAgain(){this.emit("chatkit.log",{name:"retry"}),this.session.state.failure?.retry==="send"?this.submit():this.session.retry(),this.focusComposer()}#o({api:e,locale:t}){if(!("url"in e))throw this.#l("element.failure.options");let{url:o,fetch:a=(n,s)=>globalThis.fetch(n,s)}=e;return new Br({url:o,fetch:a,locale:t??navigator.language})}async#a(e){this.announcement="",await this.session.send(e)}async#n(e){await this.#a(e).catch(()=>this.putBackMessage(e))}#s(e){this.historyOpen=e,this.toggleAttribute("history",e),this.requestUpdate()}#i(e){let t=e.composedPath().find(a=>a instanceof HTMLAnchorElement),o=t===void 0?null:Sd(t.href);o!==null&&(e.preventDefault(),this.emit("chatkit.deeplink",o))}#l(e){let t=new v("IntegrationError","options",{sentence:this.words(e),retryable:!1});return this.emit("chatkit.error",{error:t}),t}};var Ad=(r,e,t)=>{let o=new Map;for(let a=e;a<=t;a++)o.set(r[a],a);return o},le=me(class extends Y{constructor(r){if(super(r),r.type!==ie.CHILD)throw Error("repeat() can only be used in text expressions")}dt(r,e,t){let o;t===void 0?t=e:e!==void 0&&(o=e);let a=[],n=[],s=0;for(let i of r)a[s]=o?o(i,s):s,n[s]=t(i,s),s++;return{values:n,keys:a}}render(r,e,t){return this.dt(r,e,t).values}update(r,[e,t,o]){let a=dl(r),{values:n,keys:s}=this.dt(e,t,o);if(!Array.isArray(a))return this.ut=s,n;let i=this.ut??=[],l=[],p,c,f=0,m=a.length-1,h=0,x=n.length-1;for(;f<=m&&h<=x;)if(a[f]===null)f++;else if(a[m]===null)m--;else if(i[f]===s[h])l[h]=he(a[f],n[h]),f++,h++;else if(i[m]===s[x])l[x]=he(a[m],n[x]),m--,x--;else if(i[f]===s[x])l[x]=he(a[f],n[x]),Xe(r,l[x+1],a[f]),f++,x--;else if(i[m]===s[h])l[h]=he(a[m],n[h]),Xe(r,a[f],a[m]),m--,h++;else if(p===void 0&&(p=Ad(s,h,x),c=Ad(i,f,m)),p.has(i[f]))if(p.has(i[m])){let A=c.get(s[h]),T=A!==void 0?a[A]:null;if(T===null){let P=Xe(r,a[f]);he(P,n[h]),l[h]=P}else l[h]=he(T,n[h]),Xe(r,a[f],T),a[A]=null;h++}else Tr(a[m]),m--;else Tr(a[f]),f++;for(;h<=x;){let A=Xe(r,l[x+1]);he(A,n[h]),l[h++]=A}for(;f<=m;){let A=a[f++];A!==null&&Tr(A)}return this.ut=s,Cr(r,l),F}});function L(r,e=18,t=!1){return d`<svg
    viewBox="0 0 24 24"
    width=${e}
    height=${e}
    fill=${t?"currentColor":"none"}
    stroke="currentColor"
    stroke-width="1.75"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    ${r}
  </svg>`}var Md=L($`<path d="M12 19.5v-15M5.5 11 12 4.5l6.5 6.5" />`),Rd=L($`<path d="M12 4.5v15M5.5 13l6.5 6.5 6.5-6.5" />`),Ld=L($`<rect x="6.5" y="6.5" width="11" height="11" rx="2" fill="currentColor" />`),de=L($`<path d="m6 6 12 12M18 6 6 18" />`),ao=L($`<path d="M12 5v14M5 12h14" />`),Nt=L($`<circle cx="12" cy="12" r="8.5" /><path d="m8.5 12.2 2.4 2.4 4.6-4.9" />`),Bt=L($`<circle cx="12" cy="12" r="8.5" stroke-dasharray="3.2 3.5" />`),wn=L($`<circle cx="12" cy="12" r="8.5" /><path d="M12 11.5v4.5M12 8v.01" />`),no=L($`<path d="M12 4.5 21 19.5H3zM12 10.5v4M12 17v.01" />`),Pd=L($`<circle cx="12" cy="12" r="2.5" fill="currentColor" stroke="none" />`),so=L($`<path d="m5 12.5 4.5 4.5L19 7.5" />`),vn=L($`<path d="m9.5 6 6 6-6 6" />`),Od=L($`<rect x="8.5" y="8.5" width="11.5" height="11.5" rx="2" />
    <path d="M15.5 8.5V6a2 2 0 0 0-2-2H6a2 2 0 0 0-2 2v7.5a2 2 0 0 0 2 2h2.5" />`),io=L($`<path d="M4 12a8 8 0 1 0 2.6-5.9L4 8.5" /><path d="M4 4v4.5h4.5" />`),Id=$`<path
  d="M7.5 10.5v9M7.5 19.5H5a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1h2.5l4-7a2 2 0 0 1 2.5 2.2l-.8 3.8h4.9a2 2 0 0 1 1.9 2.5l-1.6 6
  a2 2 0 0 1-1.9 1.5z"
/>`,_d=L(Id),Dd=L($`<g transform="matrix(1 0 0 -1 0 24)">${Id}</g>`),et=L($`<path
    d="m16 6.5-8 8.2a2 2 0 0 0 2.9 2.8l8-8.2a4 4 0 0 0-5.7-5.6L5 12.1a6 6 0 0 0 8.5 8.5l6.5-6.6"
  />`),tt=L($`<path d="M14 3.5H7a2 2 0 0 0-2 2v13a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2V8.5zM14 3.5v5h5" />`),Ft=L($`<rect x="3.5" y="4.5" width="17" height="15" rx="2" /><circle cx="9" cy="10" r="1.8" />
    <path d="m20.5 15.5-4.5-4.5-8.5 8.5" />`),lo=L($`<circle cx="11" cy="11" r="6.5" /><path d="m20 20-4.4-4.4" />`),kn=L($`<path d="M9 15.5c-1.8-1.2-3-3.2-3-5.5a6 6 0 0 1 12 0c0 2.3-1.2 4.3-3 5.5v2H9zM10 20.5h4" />`),Nd=L($`<path
    d="M12.6 3.5H5a1.5 1.5 0 0 0-1.5 1.5v7.6a2 2 0 0 0 .6 1.4l6.3 6.3a2 2 0 0 0 2.8 0l7.1-7.1a2 2 0 0 0 0-2.8L14 4.1a2 2 0 0 0-1.4-.6zM8 8v.01"
  />`),Bd=L($`<path d="m7 10 5 5 5-5" />`),Fd=L($`<path d="M5.5 12h.01M12 12h.01M18.5 12h.01" stroke-width="2.75" />`),Hd=L($`<path d="M4 7h16M4 12h16M4 17h10" />`),Ud=L($`<path d="M4.5 19.5 5.6 15 15.5 5a2 2 0 0 1 2.9 0l.6.6a2 2 0 0 1 0 2.9L9 18.4zM13.5 7l3.5 3.5" />`),qd=L($`<path d="M5 7h14M9.5 7V5h5v2M7 7l.8 12h8.4L17 7M10.5 11v4.5M13.5 11v4.5" />`),Wd=L($`<path d="M4 8h9M17 8h3M4 16h3M11 16h9" /><circle cx="15" cy="8" r="2" /><circle cx="9" cy="16" r="2" />`),zd=L($`<path d="M9 6 4.5 10.5 9 15M4.5 10.5H14a5.5 5.5 0 0 1 5.5 5.5v2" />`),Gd=L($`<circle cx="12" cy="12" r="3.5" /><path d="M15.5 8.5V13a2.25 2.25 0 0 0 4.5 0v-1a8 8 0 1 0-3.200 6.400" />`);var R=y`
  :host {
    box-sizing: border-box;
    color: var(--text);
    font: var(--weight) var(--text-size) / var(--text-line) var(--font);
  }
  :host([hidden]) {
    display: none;
  }
  * {
    box-sizing: border-box;
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
  :host::-webkit-scrollbar,
  ::-webkit-scrollbar {
    width: 12px;
    height: 12px;
  }
  :host::-webkit-scrollbar-thumb,
  ::-webkit-scrollbar-thumb {
    min-height: 32px;
    border: 3px solid transparent;
    border-radius: 6px;
    background: color-mix(in srgb, var(--edge) 60%, transparent) content-box;
  }
  :host::-webkit-scrollbar-thumb:hover,
  ::-webkit-scrollbar-thumb:hover {
    background-color: var(--edge);
  }
  ::-webkit-scrollbar-corner {
    background: none;
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
`,uo=y`
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
`,po=y`
  .floating {
    margin: 0;
    padding: 4px;
    border: 1px solid var(--line);
    border-radius: var(--radius-card);
    overflow: hidden auto;
    background: var(--raised);
    box-shadow: var(--shadow);
  }
`;var Sn=class extends S{static properties={words:{attribute:!1},uploads:{attribute:!1},refusals:{attribute:!1},waitsFor:{attribute:!1}};static styles=[R,Jr,y`
      :host {
        display: grid;
        gap: 8px;
        min-width: 0;
        font-size: var(--label-size);
        line-height: var(--label-line);
        cursor: default;
      }
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(200px, 1fr));
        gap: 8px;
        max-height: min(184px, 30vh);
        margin: 0;
        padding: 2px;
        overflow-y: auto;
        list-style: none;
      }
      li {
        display: flex;
        align-items: center;
        gap: 8px;
        min-width: 0;
        padding: 5px;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--surface);
      }
      li.failed {
        grid-column: 1 / -1;
        border-color: var(--danger);
      }
      .picture {
        display: grid;
        place-items: center;
        flex: none;
        width: 40px;
        height: 40px;
        border-radius: calc(var(--radius) - 2px);
        overflow: hidden;
        background: var(--sunken);
        color: var(--muted);
      }
      img {
        width: 100%;
        height: 100%;
        object-fit: cover;
      }
      .about {
        flex: 1;
        min-width: 0;
      }
      .detail {
        color: var(--muted);
      }
      .failed .detail {
        color: var(--danger);
        overflow-wrap: anywhere;
      }
      .track {
        height: 4px;
        margin: 8px 0;
        border-radius: 2px;
        overflow: hidden;
        background: var(--line);
      }
      .track div {
        height: 100%;
        background: var(--accent);
      }
      .icon {
        border-color: transparent;
        background: none;
      }
      p {
        margin: 0;
        color: var(--muted);
        overflow-wrap: anywhere;
      }
      .refused {
        display: flex;
        align-items: start;
        gap: 8px;
      }
      .refused div {
        flex: 1;
        min-width: 0;
        padding: calc((var(--control) - var(--label-line)) / 2) 0;
      }
      .refused p {
        color: var(--danger);
      }
    `];#e=null;constructor(){super(),this.uploads=[],this.refusals=[],this.waitsFor=null}updated(e){if(e.has("uploads")&&this.#s(e.get("uploads")??[]),this.#e===null||!e.has("uploads"))return;let t=this.renderRoot.querySelectorAll("li");t[Math.min(this.#e,t.length-1)]?.querySelector("button:last-of-type")?.focus(),this.#e=null}render(){return d`${this.uploads.length===0?u:this.#t()}
    ${this.refusals.length===0?u:this.#n()}`}#t(){return d`<ul aria-label=${this.words("element.attachments")}>
        ${le(this.uploads,({key:e})=>e,e=>this.#r(e))}
      </ul>
      ${this.waitsFor===null?u:d`<p>${this.waitsFor}</p>`}`}#r(e){let{key:t,name:o,pictureUrl:a,state:n}=e,s=a===null?tt:d`<img src=${a} alt="" decoding="async" />`;return d`<li class=${n}>
      <span class="picture">${s}</span>
      <div class="about">${Xr(o)}${this.#o(e)}</div>
      ${n==="failed"?this.#a("retry",t,this.words("element.attach.retry",{name:o}),io):u}
      ${this.#a("remove",t,this.words("element.attach.remove",{name:o}),de)}
    </li>`}#o({name:e,size:t,state:o,progress:a,error:n}){if(o==="failed")return d`<div class="detail">${n?.sentence??this.words("element.attach.failed")}</div>`;if(o==="done")return t===null?u:d`<div class="detail">${Zr(t)}</div>`;let s=Math.round(a*100);return d`<div
      class="track"
      role="progressbar"
      aria-label=${this.words("element.attach.sending",{name:e})}
      aria-valuenow=${s}
    >
      <div style="width: ${s}%"></div>
    </div>`}#a(e,t,o,a){return d`<button
      type="button"
      class="icon"
      aria-label=${o}
      title=${o}
      @click=${n=>this.#i(e,t,n.currentTarget)}
    >
      ${a}
    </button>`}#n(){let e=this.words("element.attach.dismiss");return d`<div class="refused">
      <div>${this.refusals.map(t=>d`<p>${t}</p>`)}</div>
      <button type="button" class="icon" aria-label=${e} title=${e} @click=${()=>this.#l("dismiss",null)}>
        ${de}
      </button>
    </div>`}#s(e){let t=new Map(e.map(({key:a,state:n})=>[a,n])),o=this.uploads.findLastIndex(({key:a,state:n})=>!t.has(a)||n==="failed"&&t.get(a)!=="failed");this.renderRoot.querySelectorAll("li")[o]?.scrollIntoView({block:"nearest"})}#i(e,t,o){o.matches(":focus")&&(this.#e=this.uploads.findIndex(a=>a.key===t)),this.#l(e,t)}#l(e,t){this.dispatchEvent(new CustomEvent(e,{detail:t}))}};customElements.define("agentnook-attachments",Sn);var Cn=[["path",{d:"m9 6-6 6 6 6"}],["path",{d:"M3 12h14"}],["path",{d:"M21 19V5"}]];var Tn=[["path",{d:"M3 19V5"}],["path",{d:"m13 6-6 6 6 6"}],["path",{d:"M7 12h14"}]];var co=[["path",{d:"m12 19-7-7 7-7"}],["path",{d:"M19 12H5"}]];var $n=[["path",{d:"M3 5v14"}],["path",{d:"M21 12H7"}],["path",{d:"m15 18 6-6-6-6"}]];var En=[["path",{d:"M17 12H3"}],["path",{d:"m11 18 6-6-6-6"}],["path",{d:"M21 5v14"}]];var An=[["path",{d:"M5 12h14"}],["path",{d:"m12 5 7 7-7 7"}]];var Mn=[["circle",{cx:"12",cy:"12",r:"1"}],["path",{d:"M20.2 20.2c2.04-2.03.02-7.36-4.5-11.9-4.54-4.52-9.87-6.54-11.9-4.5-2.04 2.03-.02 7.36 4.5 11.9 4.54 4.52 9.87 6.54 11.9 4.5Z"}],["path",{d:"M15.7 15.7c4.52-4.54 6.54-9.87 4.5-11.9-2.03-2.04-7.36-.02-11.9 4.5-4.52 4.54-6.54 9.87-4.5 11.9 2.03 2.04 7.36.02 11.9-4.5Z"}]];var fo=[["path",{d:"m15.477 12.89 1.515 8.526a.5.5 0 0 1-.81.47l-3.58-2.687a1 1 0 0 0-1.197 0l-3.586 2.686a.5.5 0 0 1-.81-.469l1.514-8.526"}],["circle",{cx:"12",cy:"8",r:"6"}]];var Rn=[["path",{d:"M10.268 21a2 2 0 0 0 3.464 0"}],["path",{d:"M3.262 15.326A1 1 0 0 0 4 17h16a1 1 0 0 0 .74-1.673C19.41 13.956 18 12.499 18 8A6 6 0 0 0 6 8c0 4.499-1.411 5.956-2.738 7.326"}]];var mo=[["path",{d:"M10 2v7.751a.25.25 0 00.407.195l2.28-1.834a.5.5 0 01.627 0l2.28 1.834A.25.25 0 0016 9.751V2"}],["path",{d:"M4 19.5v-15A2.5 2.5 0 016.5 2H19a1 1 0 011 1v18a1 1 0 01-1 1H6.5a1 1 0 010-5H20"}]];var Ln=[["path",{d:"M12 5v16"}],["path",{d:"M20.001 19A2 2 0 0022 17V5a2 2 0 00-1.999-2L16 3.002A5 5 0 0012 5a5 5 0 00-4-2H4a2 2 0 00-2 2v12a2 2 0 001.999 2H8a5 5 0 014 2 5 5 0 014-2z"}]];var ho=[["path",{d:"M4 19.5v-15A2.5 2.5 0 0 1 6.5 2H19a1 1 0 0 1 1 1v18a1 1 0 0 1-1 1H6.5a1 1 0 0 1 0-5H20"}]];var Pn=[["path",{d:"M17 3a2 2 0 0 1 2 2v15a1 1 0 0 1-1.496.868l-4.512-2.578a2 2 0 0 0-1.984 0l-4.512 2.578A1 1 0 0 1 5 20V5a2 2 0 0 1 2-2z"}]];var go=[["path",{d:"M12 8V4H8"}],["rect",{width:"16",height:"12",x:"4",y:"8",rx:"2"}],["path",{d:"M2 14h2"}],["path",{d:"M20 14h2"}],["path",{d:"M15 13v2"}],["path",{d:"M9 13v2"}]];var xo=[["path",{d:"M21 8a2 2 0 0 0-1-1.73l-7-4a2 2 0 0 0-2 0l-7 4A2 2 0 0 0 3 8v8a2 2 0 0 0 1 1.73l7 4a2 2 0 0 0 2 0l7-4A2 2 0 0 0 21 16Z"}],["path",{d:"m3.3 7 8.7 5 8.7-5"}],["path",{d:"M12 22V12"}]];var yo=[["path",{d:"M12 12h.01"}],["path",{d:"M16 6V4a2 2 0 0 0-2-2h-4a2 2 0 0 0-2 2v2"}],["path",{d:"M22 13a18.15 18.15 0 0 1-20 0"}],["rect",{width:"20",height:"14",x:"2",y:"6",rx:"2"}]];var On=[["path",{d:"M12 20v-9"}],["path",{d:"M14 7a4 4 0 0 1 4 4v3a6 6 0 0 1-12 0v-3a4 4 0 0 1 4-4z"}],["path",{d:"M14.12 3.88 16 2"}],["path",{d:"M21 21a4 4 0 0 0-3.81-4"}],["path",{d:"M21 5a4 4 0 0 1-3.55 3.97"}],["path",{d:"M22 13h-4"}],["path",{d:"M3 21a4 4 0 0 1 3.81-4"}],["path",{d:"M3 5a4 4 0 0 0 3.55 3.97"}],["path",{d:"M6 13H2"}],["path",{d:"m8 2 1.88 1.88"}],["path",{d:"M9 7.13V6a3 3 0 1 1 6 0v1.13"}]];var In=[["path",{d:"M8 2v3"}],["path",{d:"M16 2v3"}],["rect",{x:"3",y:"3",width:"18",height:"18",rx:"2"}],["path",{d:"M3 9h18"}]];var Ht=[["path",{d:"M3 3v16a2 2 0 0 0 2 2h16"}],["path",{d:"M18 17V9"}],["path",{d:"M13 17V5"}],["path",{d:"M8 17v-3"}]];var Ut=[["path",{d:"M3 3v16a2 2 0 0 0 2 2h16"}],["path",{d:"m19 9-5 5-4-4-3 3"}]];var _n=[["path",{d:"M20 6 9 17l-5-5"}]];var bo=[["path",{d:"m15 18-6-6 6-6"}]];var Dn=[["path",{d:"m9 18 6-6-6-6"}]];var Nn=[["path",{d:"m11 17-5-5 5-5"}],["path",{d:"m18 17-5-5 5-5"}]];var Bn=[["path",{d:"m6 17 5-5-5-5"}],["path",{d:"m13 17 5-5-5-5"}]];var wo=[["circle",{cx:"12",cy:"12",r:"10"}],["line",{x1:"12",x2:"12",y1:"8",y2:"12"}],["line",{x1:"12",x2:"12.01",y1:"16",y2:"16"}]];var rt=[["circle",{cx:"12",cy:"12",r:"10"}],["path",{d:"m16 9-5.5 5.5L8 12"}]];var vo=[["circle",{cx:"12",cy:"12",r:"10"}],["path",{d:"M17 12h.01"}],["path",{d:"M12 12h.01"}],["path",{d:"M7 12h.01"}]];var qt=[["circle",{cx:"12",cy:"12",r:"10"}],["path",{d:"M9.09 9a3 3 0 0 1 5.83 1c0 2-3 3-3 3"}],["path",{d:"M12 17h.01"}]];var ko=[["circle",{cx:"12",cy:"12",r:"10"}],["circle",{cx:"12",cy:"10",r:"3"}],["path",{d:"M7 20.662V19a2 2 0 0 1 2-2h6a2 2 0 0 1 2 2v1.662"}]];var So=[["circle",{cx:"12",cy:"12",r:"10"}]];var Fn=[["circle",{cx:"12",cy:"12",r:"10"}],["path",{d:"M12 6v6l4 2"}]];var Hn=[["path",{d:"M17.5 19H9a7 7 0 1 1 6.71-9h1.79a4.5 4.5 0 1 1 0 9Z"}]];var Un=[["path",{d:"m16 18 6-6-6-6"}],["path",{d:"m8 6-6 6 6 6"}]];var qn=[["circle",{cx:"12",cy:"12",r:"10"}],["path",{d:"m16.24 7.76-1.804 5.411a2 2 0 0 1-1.265 1.265L7.76 16.24l1.804-5.411a2 2 0 0 1 1.265-1.265z"}]];var Wn=[["rect",{width:"14",height:"14",x:"8",y:"8",rx:"2",ry:"2"}],["path",{d:"M4 16c-1.1 0-2-.9-2-2V4c0-1.1.9-2 2-2h10c1.1 0 2 .9 2 2"}]];var zn=[["rect",{width:"20",height:"14",x:"2",y:"5",rx:"2"}],["line",{x1:"2",x2:"22",y1:"10",y2:"10"}],["path",{d:"M6 14h2"}]];var Gn=[["ellipse",{cx:"12",cy:"5",rx:"9",ry:"3"}],["path",{d:"M3 5V19A9 3 0 0 0 21 19V5"}],["path",{d:"M3 12A9 3 0 0 0 21 12"}]];var Vn=[["circle",{cx:"12",cy:"12",r:"1"}]];var jn=[["path",{d:"M12 15V3"}],["path",{d:"M21 15v4a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-4"}],["path",{d:"m7 10 5 5 5-5"}]];var Co=[["circle",{cx:"12",cy:"12",r:"1"}],["circle",{cx:"12",cy:"5",r:"1"}],["circle",{cx:"12",cy:"19",r:"1"}]];var Wt=[["circle",{cx:"12",cy:"12",r:"1"}],["circle",{cx:"19",cy:"12",r:"1"}],["circle",{cx:"5",cy:"12",r:"1"}]];var Kn=[["path",{d:"M15 3h6v6"}],["path",{d:"M10 14 21 3"}],["path",{d:"M18 13v6a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2h6"}]];var Xn=[["path",{d:"M2.062 12.348a1 1 0 0 1 0-.696 10.75 10.75 0 0 1 19.876 0 1 1 0 0 1 0 .696 10.75 10.75 0 0 1-19.876 0"}],["circle",{cx:"12",cy:"12",r:"3"}]];var To=[["path",{d:"M6 22a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2h8a2.4 2.4 0 0 1 1.704.706l3.588 3.588A2.4 2.4 0 0 1 20 8v12a2 2 0 0 1-2 2z"}],["path",{d:"M14 2v5a1 1 0 0 0 1 1h5"}],["path",{d:"M10 9H8"}],["path",{d:"M16 13H8"}],["path",{d:"M16 17H8"}]];var $o=[["path",{d:"M6 22a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2h8a2.4 2.4 0 0 1 1.704.706l3.588 3.588A2.4 2.4 0 0 1 20 8v12a2 2 0 0 1-2 2z"}],["path",{d:"M14 2v5a1 1 0 0 0 1 1h5"}]];var Zn=[["path",{d:"M4 22V4a1 1 0 0 1 .4-.8A6 6 0 0 1 8 2c3 0 5 2 7.333 2q2 0 3.067-.8A1 1 0 0 1 20 4v10a1 1 0 0 1-.4.8A6 6 0 0 1 16 16c-3 0-5-2-8-2a6 6 0 0 0-4 1.528"}]];var Jn=[["path",{d:"M14 2v6a2 2 0 0 0 .245.96l5.51 10.08A2 2 0 0 1 18 22H6a2 2 0 0 1-1.755-2.96l5.51-10.08A2 2 0 0 0 10 8V2"}],["path",{d:"M6.453 15h11.094"}],["path",{d:"M8.5 2h7"}]];var Qn=[["path",{d:"M20 20a2 2 0 0 0 2-2V8a2 2 0 0 0-2-2h-7.9a2 2 0 0 1-1.69-.9L9.6 3.9A2 2 0 0 0 7.93 3H4a2 2 0 0 0-2 2v13a2 2 0 0 0 2 2Z"}]];var Yn=[["path",{d:"M12 7v14"}],["path",{d:"M20 11v8a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2v-8"}],["path",{d:"M7.5 7a1 1 0 0 1 0-5A4.8 8 0 0 1 12 7a4.8 8 0 0 1 4.5-5 1 1 0 0 1 0 5"}],["rect",{x:"3",y:"7",width:"18",height:"4",rx:"1"}]];var es=[["circle",{cx:"12",cy:"12",r:"10"}],["path",{d:"M12 2a14.5 14.5 0 0 0 0 20 14.5 14.5 0 0 0 0-20"}],["path",{d:"M2 12h20"}]];var ts=[["path",{d:"M2 9.5a5.5 5.5 0 0 1 9.591-3.676.56.56 0 0 0 .818 0A5.49 5.49 0 0 1 22 9.5c0 2.29-1.5 4-3 5.5l-5.492 5.313a2 2 0 0 1-3 .019L5 15c-1.5-1.5-3-3.2-3-5.5"}]];var ot=[["path",{d:"M15 21v-8a1 1 0 0 0-1-1h-4a1 1 0 0 0-1 1v8"}],["path",{d:"M3 10a2 2 0 0 1 .709-1.528l7-6a2 2 0 0 1 2.582 0l7 6A2 2 0 0 1 21 10v9a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2z"}]];var rs=[["path",{d:"M13 19a4 4 0 00-8 0"}],["path",{d:"M16 10h2"}],["path",{d:"M16 14h2"}],["circle",{cx:"9",cy:"12",r:"3"}],["rect",{x:"2",y:"5",width:"20",height:"14",rx:"2"}]];var Eo=[["rect",{width:"18",height:"18",x:"3",y:"3",rx:"2",ry:"2"}],["circle",{cx:"9",cy:"9",r:"2"}],["path",{d:"m21 15-3.086-3.086a2 2 0 0 0-2.828 0L6 21"}]];var os=[["path",{d:"m22 11-1.296-1.296a2.4 2.4 0 0 0-3.408 0L11 16"}],["path",{d:"M4 8a2 2 0 0 0-2 2v10a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2"}],["circle",{cx:"13",cy:"7",r:"1",fill:"currentColor"}],["rect",{x:"8",y:"2",width:"14",height:"14",rx:"2"}]];var as=[["circle",{cx:"12",cy:"12",r:"10"}],["path",{d:"M12 16v-4"}],["path",{d:"M12 8h.01"}]];var Ao=[["path",{d:"M2.586 17.414A2 2 0 0 0 2 18.828V21a1 1 0 0 0 1 1h3a1 1 0 0 0 1-1v-1a1 1 0 0 1 1-1h1a1 1 0 0 0 1-1v-1a1 1 0 0 1 1-1h.172a2 2 0 0 0 1.414-.586l.814-.814a6.5 6.5 0 1 0-4-4z"}],["circle",{cx:"16.5",cy:"7.5",r:".5",fill:"currentColor"}]];var zt=[["path",{d:"M12.83 2.18a2 2 0 0 0-1.66 0L2.6 6.08a1 1 0 0 0 0 1.83l8.58 3.91a2 2 0 0 0 1.66 0l8.58-3.9a1 1 0 0 0 0-1.83z"}],["path",{d:"M2 12a1 1 0 0 0 .58.91l8.6 3.91a2 2 0 0 0 1.65 0l8.58-3.9A1 1 0 0 0 22 12"}],["path",{d:"M2 17a1 1 0 0 0 .58.91l8.6 3.91a2 2 0 0 0 1.65 0l8.58-3.9A1 1 0 0 0 22 17"}]];var ns=[["rect",{width:"7",height:"7",x:"3",y:"3",rx:"1"}],["rect",{width:"7",height:"7",x:"14",y:"3",rx:"1"}],["rect",{width:"7",height:"7",x:"14",y:"14",rx:"1"}],["rect",{width:"7",height:"7",x:"3",y:"14",rx:"1"}]];var Mo=[["circle",{cx:"12",cy:"12",r:"10"}],["path",{d:"m4.93 4.93 4.24 4.24"}],["path",{d:"m14.83 9.17 4.24-4.24"}],["path",{d:"m14.83 14.83 4.24 4.24"}],["path",{d:"m9.17 14.83-4.24 4.24"}],["circle",{cx:"12",cy:"12",r:"4"}]];var ss=[["path",{d:"M15 14c.2-1 .7-1.7 1.5-2.5 1-.9 1.5-2.2 1.5-3.5A6 6 0 0 0 6 8c0 1 .2 2.2 1.5 3.5.7.7 1.3 1.5 1.5 2.5"}],["path",{d:"M9 18h6"}],["path",{d:"M10 22h4"}]];var is=[["path",{d:"M10 13a5 5 0 0 0 7.54.54l3-3a5 5 0 0 0-7.07-7.07l-1.72 1.71"}],["path",{d:"M14 11a5 5 0 0 0-7.54-.54l-3 3a5 5 0 0 0 7.07 7.07l1.71-1.71"}]];var ls=[["path",{d:"M3 5h.01"}],["path",{d:"M3 12h.01"}],["path",{d:"M3 19h.01"}],["path",{d:"M8 5h13"}],["path",{d:"M8 12h13"}],["path",{d:"M8 19h13"}]];var ds=[["rect",{width:"18",height:"11",x:"3",y:"11",rx:"2",ry:"2"}],["path",{d:"M7 11V7a5 5 0 0 1 10 0v4"}]];var us=[["path",{d:"m22 7-8.991 5.727a2 2 0 0 1-2.009 0L2 7"}],["rect",{x:"2",y:"4",width:"20",height:"16",rx:"2"}]];var ps=[["path",{d:"M20 10c0 4.993-5.539 10.193-7.399 11.799a1 1 0 0 1-1.202 0C9.539 20.193 4 14.993 4 10a8 8 0 0 1 16 0"}],["circle",{cx:"12",cy:"10",r:"3"}]];var Ro=[["path",{d:"M14.106 5.553a2 2 0 0 0 1.788 0l3.659-1.83A1 1 0 0 1 21 4.619v12.764a1 1 0 0 1-.553.894l-4.553 2.277a2 2 0 0 1-1.788 0l-4.212-2.106a2 2 0 0 0-1.788 0l-3.659 1.83A1 1 0 0 1 3 19.381V6.618a1 1 0 0 1 .553-.894l4.553-2.277a2 2 0 0 1 1.788 0z"}],["path",{d:"M15 5.764v15"}],["path",{d:"M9 3.236v15"}]];var Lo=[["path",{d:"M15 3h6v6"}],["path",{d:"m21 3-7 7"}],["path",{d:"m3 21 7-7"}],["path",{d:"M9 21H3v-6"}]];var Po=[["path",{d:"M4 5h16"}],["path",{d:"M4 12h16"}],["path",{d:"M4 19h16"}]];var cs=[["path",{d:"M10.1 2.182a10 10 0 0 1 3.8 0"}],["path",{d:"M13.9 21.818a10 10 0 0 1-3.8 0"}],["path",{d:"M17.609 3.72a10 10 0 0 1 2.69 2.7"}],["path",{d:"M2.182 13.9a10 10 0 0 1 0-3.8"}],["path",{d:"M20.28 17.61a10 10 0 0 1-2.7 2.69"}],["path",{d:"M21.818 10.1a10 10 0 0 1 0 3.8"}],["path",{d:"M3.721 6.391a10 10 0 0 1 2.7-2.69"}],["path",{d:"m6.163 21.117-2.906.85a1 1 0 0 1-1.236-1.169l.965-2.98"}]];var fs=[["path",{d:"M2.992 16.342a2 2 0 0 1 .094 1.167l-1.065 3.29a1 1 0 0 0 1.236 1.168l3.413-.998a2 2 0 0 1 1.099.092 10 10 0 1 0-4.777-4.719"}]];var Oo=[["path",{d:"m14 10 7-7"}],["path",{d:"M20 10h-6V4"}],["path",{d:"m3 21 7-7"}],["path",{d:"M4 14h6v6"}]];var Io=[["rect",{width:"20",height:"14",x:"2",y:"3",rx:"2"}],["line",{x1:"8",x2:"16",y1:"21",y2:"21"}],["line",{x1:"12",x2:"12",y1:"17",y2:"21"}]];var _o=[["path",{d:"M20.985 12.486a9 9 0 1 1-9.473-9.472c.405-.022.617.46.402.803a6 6 0 0 0 8.268 8.268c.344-.215.825-.004.803.401"}]];var ms=[["path",{d:"M13.4 2H6a2 2 0 0 0-2 2v16a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-7.4"}],["path",{d:"M2 6h4"}],["path",{d:"M2 10h4"}],["path",{d:"M2 14h4"}],["path",{d:"M2 18h4"}],["path",{d:"M21.378 5.626a1 1 0 1 0-3.004-3.004l-5.01 5.012a2 2 0 0 0-.506.854l-.837 2.87a.5.5 0 0 0 .62.62l2.87-.837a2 2 0 0 0 .854-.506z"}]];var hs=[["path",{d:"M2 6h4"}],["path",{d:"M2 10h4"}],["path",{d:"M2 14h4"}],["path",{d:"M2 18h4"}],["rect",{width:"16",height:"20",x:"4",y:"2",rx:"2"}],["path",{d:"M16 2v20"}]];var gs=[["path",{d:"M11 21.73a2 2 0 0 0 2 0l7-4A2 2 0 0 0 21 16V8a2 2 0 0 0-1-1.73l-7-4a2 2 0 0 0-2 0l-7 4A2 2 0 0 0 3 8v8a2 2 0 0 0 1 1.73z"}],["path",{d:"M12 22V12"}],["polyline",{points:"3.29 7 12 12 20.71 7"}],["path",{d:"m7.5 4.27 9 5.15"}]];var Do=[["rect",{width:"18",height:"18",x:"3",y:"3",rx:"2"}],["path",{d:"M9 3v18"}],["path",{d:"m16 15-3-3 3-3"}]];var Gt=[["rect",{width:"18",height:"18",x:"3",y:"3",rx:"2"}],["path",{d:"M9 14v1"}],["path",{d:"M9 19v2"}],["path",{d:"M9 3v2"}],["path",{d:"M9 9v1"}]];var Vt=[["rect",{width:"18",height:"18",x:"3",y:"3",rx:"2"}],["path",{d:"M9 3v18"}],["path",{d:"m14 9 3 3-3 3"}]];var xs=[["rect",{width:"18",height:"18",x:"3",y:"3",rx:"2"}],["path",{d:"M15 3v18"}],["path",{d:"m8 9 3 3-3 3"}]];var No=[["rect",{width:"18",height:"18",x:"3",y:"3",rx:"2"}],["path",{d:"M9 3v18"}]];var jt=[["rect",{width:"18",height:"18",x:"3",y:"3",rx:"2"}],["path",{d:"M15 14v1"}],["path",{d:"M15 19v2"}],["path",{d:"M15 3v2"}],["path",{d:"M15 9v1"}]];var Bo=[["rect",{width:"18",height:"18",x:"3",y:"3",rx:"2"}],["path",{d:"M15 3v18"}],["path",{d:"m10 15-3-3 3-3"}]];var ys=[["rect",{width:"18",height:"18",x:"3",y:"3",rx:"2"}],["path",{d:"M15 3v18"}]];var bs=[["path",{d:"m16 6-8.414 8.586a2 2 0 0 0 2.829 2.829l8.414-8.586a4 4 0 1 0-5.657-5.657l-8.379 8.551a6 6 0 1 0 8.485 8.485l8.379-8.551"}]];var ws=[["path",{d:"M5.8 11.3 2 22l10.7-3.79"}],["path",{d:"M4 3h.01"}],["path",{d:"M22 8h.01"}],["path",{d:"M15 2h.01"}],["path",{d:"M22 20h.01"}],["path",{d:"m22 2-2.24.75a2.9 2.9 0 0 0-1.96 3.12c.1.86-.57 1.63-1.45 1.63h-.38c-.86 0-1.6.6-1.76 1.44L14 10"}],["path",{d:"m22 13-.82-.33c-.86-.34-1.82.2-1.98 1.11c-.11.7-.72 1.22-1.43 1.22H17"}],["path",{d:"m11 2 .33.82c.34.86-.2 1.82-1.11 1.98C9.52 4.9 9 5.52 9 6.23V7"}],["path",{d:"M11 13c1.93 1.93 2.83 4.17 2 5-.83.83-3.07-.07-5-2-1.93-1.93-2.83-4.17-2-5 .83-.83 3.07.07 5 2Z"}]];var vs=[["path",{d:"M13 21h8"}],["path",{d:"m15 5 4 4"}],["path",{d:"M21.174 6.812a1 1 0 0 0-3.986-3.987L3.842 16.174a2 2 0 0 0-.5.83l-1.321 4.352a.5.5 0 0 0 .623.622l4.353-1.32a2 2 0 0 0 .83-.497z"}]];var Fo=[["path",{d:"M21.174 6.812a1 1 0 0 0-3.986-3.987L3.842 16.174a2 2 0 0 0-.5.83l-1.321 4.352a.5.5 0 0 0 .623.622l4.353-1.32a2 2 0 0 0 .83-.497z"}],["path",{d:"m15 5 4 4"}]];var ks=[["path",{d:"M13.832 16.568a1 1 0 0 0 1.213-.303l.355-.465A2 2 0 0 1 17 15h3a2 2 0 0 1 2 2v3a2 2 0 0 1-2 2A18 18 0 0 1 2 4a2 2 0 0 1 2-2h3a2 2 0 0 1 2 2v3a2 2 0 0 1-.8 1.6l-.468.351a1 1 0 0 0-.292 1.233 14 14 0 0 0 6.392 6.384"}]];var Ss=[["path",{d:"M17.8 19.2 16 11l3.5-3.5C21 6 21.5 4 21 3c-1-.5-3 0-4.5 1.5L13 8 4.8 6.2c-.5-.1-.9.1-1.1.5l-.3.5c-.2.5-.1 1 .3 1.3L9 12l-2 3H4l-1 1 3 2 2 3 1-1v-3l3-2 3.5 5.3c.3.4.8.5 1.3.3l.5-.2c.4-.3.6-.7.5-1.2z"}]];var Cs=[["path",{d:"M5 5a2 2 0 0 1 3.008-1.728l11.997 6.998a2 2 0 0 1 .003 3.458l-12 7A2 2 0 0 1 5 19z"}]];var Ts=[["path",{d:"M5 12h14"}],["path",{d:"M12 5v14"}]];var Ho=[["path",{d:"M3 12a9 9 0 1 0 9-9 9.75 9.75 0 0 0-6.74 2.74L3 8"}],["path",{d:"M3 3v5h5"}],["path",{d:"M12 7v5l4 2"}]];var Uo=[["path",{d:"M21 12a9 9 0 1 1-9-9c2.52 0 4.93 1 6.74 2.74L21 8"}],["path",{d:"M21 3v5h-5"}]];var $s=[["path",{d:"m21 21-4.34-4.34"}],["circle",{cx:"11",cy:"11",r:"8"}]];var Es=[["path",{d:"M14.536 21.686a.5.5 0 0 0 .937-.024l6.5-19a.496.496 0 0 0-.635-.635l-19 6.5a.5.5 0 0 0-.024.937l7.93 3.18a2 2 0 0 1 1.112 1.11z"}],["path",{d:"m21.854 2.147-10.94 10.939"}]];var qo=[["path",{d:"M9.671 4.136a2.34 2.34 0 0 1 4.659 0 2.34 2.34 0 0 0 3.319 1.915 2.34 2.34 0 0 1 2.33 4.033 2.34 2.34 0 0 0 0 3.831 2.34 2.34 0 0 1-2.33 4.033 2.34 2.34 0 0 0-3.319 1.915 2.34 2.34 0 0 1-4.659 0 2.34 2.34 0 0 0-3.32-1.915 2.34 2.34 0 0 1-2.33-4.033 2.34 2.34 0 0 0 0-3.831A2.34 2.34 0 0 1 6.35 6.051a2.34 2.34 0 0 0 3.319-1.915"}],["circle",{cx:"12",cy:"12",r:"3"}]];var As=[["circle",{cx:"18",cy:"5",r:"3"}],["circle",{cx:"6",cy:"12",r:"3"}],["circle",{cx:"18",cy:"19",r:"3"}],["line",{x1:"8.59",x2:"15.42",y1:"13.51",y2:"17.49"}],["line",{x1:"15.41",x2:"8.59",y1:"6.51",y2:"10.49"}]];var Ms=[["path",{d:"M20 13c0 5-3.5 7.5-7.66 8.95a1 1 0 0 1-.67-.01C7.5 20.5 4 18 4 13V6a1 1 0 0 1 1-1c2 0 4.5-1.2 6.24-2.72a1.17 1.17 0 0 1 1.52 0C14.51 3.81 17 5 19 5a1 1 0 0 1 1 1z"}]];var Rs=[["path",{d:"m2.05 2.05 1.099-.028a1 1 0 0 1 1.008.815l2.69 14.347A1 1 0 0 0 7.83 18H18"}],["path",{d:"M4.563 5h16.435a1 1 0 0 1 .981 1.204l-1.026 6.226A2 2 0 0 1 18.962 14H6.25"}],["circle",{cx:"18",cy:"20",r:"2"}],["circle",{cx:"8",cy:"20",r:"2"}]];var Ls=[["path",{d:"M10 5H3"}],["path",{d:"M12 19H3"}],["path",{d:"M14 3v4"}],["path",{d:"M16 17v4"}],["path",{d:"M21 12h-9"}],["path",{d:"M21 19h-5"}],["path",{d:"M21 5h-7"}],["path",{d:"M8 10v4"}],["path",{d:"M8 12H3"}]];var Wo=[["rect",{width:"14",height:"20",x:"5",y:"2",rx:"2",ry:"2"}],["path",{d:"M12 18h.01"}]];var Ps=[["path",{d:"M11.017 2.814a1 1 0 0 1 1.966 0l1.051 5.558a2 2 0 0 0 1.594 1.594l5.558 1.051a1 1 0 0 1 0 1.966l-5.558 1.051a2 2 0 0 0-1.594 1.594l-1.051 5.558a1 1 0 0 1-1.966 0l-1.051-5.558a2 2 0 0 0-1.594-1.594l-5.558-1.051a1 1 0 0 1 0-1.966l5.558-1.051a2 2 0 0 0 1.594-1.594z"}]];var Kt=[["path",{d:"M11.017 2.814a1 1 0 0 1 1.966 0l1.051 5.558a2 2 0 0 0 1.594 1.594l5.558 1.051a1 1 0 0 1 0 1.966l-5.558 1.051a2 2 0 0 0-1.594 1.594l-1.051 5.558a1 1 0 0 1-1.966 0l-1.051-5.558a2 2 0 0 0-1.594-1.594l-5.558-1.051a1 1 0 0 1 0-1.966l5.558-1.051a2 2 0 0 0 1.594-1.594z"}],["path",{d:"M20 2v4"}],["path",{d:"M22 4h-4"}],["circle",{cx:"4",cy:"20",r:"2"}]];var zo=[["path",{d:"m10 9-3 3 3 3"}],["path",{d:"m14 15 3-3-3-3"}],["rect",{x:"3",y:"3",width:"18",height:"18",rx:"2"}]];var Go=[["rect",{width:"18",height:"18",x:"3",y:"3",rx:"2"}],["path",{d:"M7 8h10"}],["path",{d:"M7 12h10"}],["path",{d:"M7 16h10"}]];var Ne=[["path",{d:"M12 3H5a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h14a2 2 0 0 0 2-2v-7"}],["path",{d:"M18.375 2.625a1 1 0 0 1 3 3l-9.013 9.014a2 2 0 0 1-.853.505l-2.873.84a.5.5 0 0 1-.62-.62l.84-2.873a2 2 0 0 1 .506-.852z"}]];var Vo=[["path",{d:"M11.525 2.295a.53.53 0 0 1 .95 0l2.31 4.679a2.123 2.123 0 0 0 1.595 1.16l5.166.756a.53.53 0 0 1 .294.904l-3.736 3.638a2.123 2.123 0 0 0-.611 1.878l.882 5.14a.53.53 0 0 1-.771.56l-4.618-2.428a2.122 2.122 0 0 0-1.973 0L6.396 21.01a.53.53 0 0 1-.77-.56l.881-5.139a2.122 2.122 0 0 0-.611-1.879L2.16 9.795a.53.53 0 0 1 .294-.906l5.165-.755a2.122 2.122 0 0 0 1.597-1.16z"}]];var jo=[["circle",{cx:"12",cy:"12",r:"4"}],["path",{d:"M12 2v2"}],["path",{d:"M12 20v2"}],["path",{d:"m4.93 4.93 1.41 1.41"}],["path",{d:"m17.66 17.66 1.41 1.41"}],["path",{d:"M2 12h2"}],["path",{d:"M20 12h2"}],["path",{d:"m6.34 17.66-1.41 1.41"}],["path",{d:"m19.07 4.93-1.41 1.41"}]];var Ko=[["path",{d:"M12.586 2.586A2 2 0 0 0 11.172 2H4a2 2 0 0 0-2 2v7.172a2 2 0 0 0 .586 1.414l8.704 8.704a2.426 2.426 0 0 0 3.42 0l6.58-6.58a2.426 2.426 0 0 0 0-3.42z"}],["circle",{cx:"7.5",cy:"7.5",r:".5",fill:"currentColor"}]];var Os=[["path",{d:"M12 19h8"}],["path",{d:"m4 17 6-6-6-6"}]];var Xt=[["path",{d:"M21 5H3"}],["path",{d:"M15 12H3"}],["path",{d:"M17 19H3"}]];var Xo=[["path",{d:"M10 11v6"}],["path",{d:"M14 11v6"}],["path",{d:"M19 6v14a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V6"}],["path",{d:"M3 6h18"}],["path",{d:"M8 6V4a2 2 0 0 1 2-2h4a2 2 0 0 1 2 2v2"}]];var Zo=[["path",{d:"m21.73 18-8-14a2 2 0 0 0-3.48 0l-8 14A2 2 0 0 0 4 21h16a2 2 0 0 0 1.73-3"}],["path",{d:"M12 9v4"}],["path",{d:"M12 17h.01"}]];var Is=[["path",{d:"M12 3v12"}],["path",{d:"m17 8-5-5-5 5"}],["path",{d:"M21 15v4a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-4"}]];var _s=[["path",{d:"M19 21v-2a4 4 0 0 0-4-4H9a4 4 0 0 0-4 4v2"}],["circle",{cx:"12",cy:"7",r:"4"}]];var Ds=[["path",{d:"M16 21v-2a4 4 0 0 0-4-4H6a4 4 0 0 0-4 4v2"}],["path",{d:"M16 3.128a4 4 0 0 1 0 7.744"}],["path",{d:"M22 21v-2a4 4 0 0 0-3-3.87"}],["circle",{cx:"9",cy:"7",r:"4"}]];var Ns=[["path",{d:"M14.7 6.3a1 1 0 0 0 0 1.4l1.6 1.6a1 1 0 0 0 1.4 0l3.106-3.105c.32-.322.863-.22.983.218a6 6 0 0 1-8.259 7.057l-7.91 7.91a1 1 0 0 1-2.999-3l7.91-7.91a6 6 0 0 1 7.057-8.259c.438.12.54.662.219.984z"}]];var Jo=[["path",{d:"M18 6 6 18"}],["path",{d:"m6 6 12 12"}]];var Qo=[["path",{d:"M15.914 4a1.5 1.5 0 00-2.474-1.561l-9 9A1.5 1.5 0 005.5 14h4.002a.5.5 0 01.471.666L8.086 20a1.5 1.5 0 002.475 1.56l9-9A1.5 1.5 0 0018.5 10h-3.997a.5.5 0 01-.472-.667z"}]];var Vd=new Set(["check-circle-filled","star-filled","dot"]),Bs={agent:go,analytics:Ut,atom:Mn,"back-large":co,"back-small":bo,batch:zt,bolt:Qo,"book-clock":mo,"book-closed":ho,"book-open":Ln,bug:On,calendar:In,chart:Ht,"chat-temporary":cs,check:_n,"check-circle":rt,"check-circle-filled":rt,"chevron-left":bo,"chevron-right":Dn,"circle-question":qt,clock:Fn,close:Jo,"collapse-large":Oo,"collapse-left":Tn,"collapse-right":En,"collapse-small":Oo,compass:qn,compose:Ne,confetti:ws,cube:xo,"dark-mode":_o,desktop:Io,document:To,dot:Vn,"dots-horizontal":Wt,"dots-horizontal-circle":vo,"dots-vertical":Co,"dots-vertical-circle":vo,"double-chevron-left":Nn,"double-chevron-right":Bn,"empty-circle":So,"expand-large":Lo,"expand-small":Lo,"external-link":Kn,globe:es,grid:ns,hamburger:Po,history:Ho,home:ot,"home-alt":ot,images:os,info:as,keys:Ao,lab:Jn,lifesaver:Mo,"light-mode":jo,lightbulb:ss,mail:us,"map-pin":ps,maps:Ro,menu:Po,"menu-inverted":Xt,mobile:Wo,name:Ko,notebook:hs,"notebook-pencil":ms,"open-left":Cn,"open-right":$n,"page-blank":$o,phone:ks,play:Cs,plus:Ts,profile:ko,"profile-card":rs,reload:Uo,search:$s,"settings-cog":qo,"settings-slider":Ls,share:As,"sidebar-collapse-left":Do,"sidebar-collapse-right":xs,"sidebar-floating-left":Gt,"sidebar-floating-open-left":Gt,"sidebar-floating-open-right":jt,"sidebar-floating-right":jt,"sidebar-left":No,"sidebar-open-left":Vt,"sidebar-open-left-alt":Vt,"sidebar-open-right":Bo,"sidebar-open-right-alt":Bo,"sidebar-right":ys,sparkle:Ps,"sparkle-double":Kt,"square-code":zo,"square-image":Eo,"square-text":Go,star:Vo,"star-filled":Vo,suitcase:yo,user:_s,wreath:fo,write:Ne,"write-alt":Fo,"write-alt2":vs},jd={"arrow-left":co,"arrow-right":An,award:fo,bell:Rn,book:ho,bookmark:Pn,bot:go,box:xo,briefcase:yo,"chart-column":Ht,"chart-line":Ut,circle:So,"circle-alert":wo,"circle-check":rt,cloud:Hn,code:Un,copy:Wn,"credit-card":zn,database:Gn,download:jn,ellipsis:Wt,eye:Xn,file:$o,"file-text":To,flag:Zn,folder:Qn,gift:Yn,heart:ts,house:ot,image:Eo,key:Ao,layers:zt,"life-buoy":Mo,link:is,list:ls,lock:ds,map:Ro,"message-circle":fs,monitor:Io,moon:_o,package:gs,paperclip:bs,pencil:Fo,plane:Ss,"rotate-cw":Uo,send:Es,settings:qo,shield:Ms,"shopping-cart":Rs,smartphone:Wo,sparkles:Kt,sun:jo,tag:Ko,terminal:Os,"trash-2":Xo,"triangle-alert":Zo,upload:Is,users:Ds,wrench:Ns,x:Jo,zap:Qo};var Fs="lucide:";function _(r,e=18){let t=Um(r);if(t===null)return null;let o=Vd.has(r);return L(t.map(([a,n],s)=>qm(a,n,o&&s>0)),e,o)}function Um(r){let[e,t]=r.startsWith(Fs)?[jd,r.slice(Fs.length)]:[Bs,r];return Kd(e,t)??(r.startsWith(Fs)?Kd(Bs,t):null)}function Kd(r,e){return Object.hasOwn(r,e)?r[e]??null:null}function qm(r,e,t){switch(r){case"path":return $`<path d=${e.d} stroke=${t?"var(--raised)":u} fill=${t?"none":u} />`;case"circle":return $`<circle cx=${e.cx} cy=${e.cy} r=${e.r} />`;case"rect":return $`<rect
        x=${e.x} y=${e.y} width=${e.width} height=${e.height} rx=${e.rx??u}
      />`;case"line":return $`<line x1=${e.x1} y1=${e.y1} x2=${e.x2} y2=${e.y2} />`;case"ellipse":return $`<ellipse cx=${e.cx} cy=${e.cy} rx=${e.rx} ry=${e.ry} />`;case"polyline":return $`<polyline points=${e.points} />`;case"polygon":return $`<polygon points=${e.points} />`;default:return u}}function Yo(r,e,t){let o=r.length;return o===0?null:t==="ArrowDown"?(e+1)%o:t==="ArrowUp"?(Math.max(e,0)-1+o)%o:t==="Home"?0:t==="End"?o-1:t.length!==1||t===" "?null:r.map((n,s)=>(e+1+s)%o).find(n=>r[n]?.toLowerCase().startsWith(t.toLowerCase()))??null}var Zt=6,Hs=class extends S{static properties={label:{},face:{attribute:!1},items:{attribute:!1},unreached:{type:Boolean},open:{state:!0}};static styles=[R,po,y`
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
    `];#e=e=>{e.composedPath().includes(this)||this.#l()};#t=()=>this.#l();constructor(){super(),this.label="",this.face=d``,this.items=[],this.unreached=!1,this.open=!1}disconnectedCallback(){super.disconnectedCallback(),this.#l()}show(){this.items.length>0&&(this.open=!0)}render(){return d`<button
        type="button"
        class="opener"
        aria-haspopup="menu"
        aria-expanded=${this.open}
        aria-label=${this.label}
        title=${this.label}
        tabindex=${this.unreached?-1:0}
        @click=${this.#i}
        @keydown=${this.#u}
      >
        ${this.face}
      </button>
      ${this.open?this.#r():u}`}updated(e){if(!e.has("open")||e.get("open")===void 0)return;let t=this.open?"addEventListener":"removeEventListener";if(document[t]("pointerdown",this.#e,!0),window[t]("blur",this.#t),window[t]("resize",this.#t),!this.open)return;this.#a();let o=this.#s();(o.find(a=>a.ariaChecked==="true")??o[0])?.focus()}#r(){let e=this.items.some(({checked:t})=>t!==void 0);return d`<div class="menu floating" role="menu" aria-label=${this.label} popover="manual" @keydown=${this.#c}>
      ${this.items.map(t=>this.#o(t,e))}
    </div>`}#o(e,t){let{label:o,description:a,icon:n,checked:s,disabled:i=!1}=e;return d`<button
      type="button"
      class="item"
      role=${s===void 0?"menuitem":"menuitemradio"}
      aria-checked=${s??u}
      aria-disabled=${i}
      tabindex="-1"
      @click=${()=>this.#d(e)}
    >
      ${n??u}
      <span class="words">${o}${a?d`<small>${a}</small>`:u}</span>
      ${t?d`<span class="mark">${s===!0?so:u}</span>`:u}
    </button>`}#a(){let e=this.renderRoot.querySelector(".menu"),t=this.#n;if(e===null||t===null)return;e.showPopover();let o=t.getBoundingClientRect(),{width:a,height:n}=e.getBoundingClientRect(),s=o.bottom+Zt,i=s+n<=innerHeight?s:Math.max(Zt,o.top-Zt-n),l=o.left+a<=innerWidth-Zt?o.left:o.right-a;e.style.top=`${i}px`,e.style.left=`${Math.max(Zt,l)}px`}get#n(){return this.renderRoot.querySelector(".opener")}#s(){return[...this.renderRoot.querySelectorAll(".item")]}#i(){this.open?this.#l():this.show()}#l(){this.open=!1}#d(e){e.disabled!==!0&&(this.#l(),this.#n?.focus(),this.dispatchEvent(new CustomEvent("choose",{detail:e.id})))}#u(e){this.open||!["ArrowDown","ArrowUp"].includes(e.key)||(e.preventDefault(),e.stopPropagation(),this.show())}#c(e){if(e.stopPropagation(),e.key==="Escape"||e.key==="Tab"){e.key==="Escape"&&e.preventDefault(),this.#n?.focus(),this.#l();return}let t=this.#s(),o=this.items.map(({label:s})=>s),a=t.findIndex(s=>s.matches(":focus")),n=Yo(o,a,e.key);n!==null&&(e.preventDefault(),t[n]?.focus())}};customElements.define("agentnook-menu",Hs);var Us=class extends S{static properties={words:{attribute:!1},tools:{attribute:!1},models:{attribute:!1},tool:{attribute:!1},model:{attribute:!1},withTags:{type:Boolean}};static styles=[R,y`
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
    `];constructor(){super(),this.tools=[],this.models=[],this.tool=null,this.model=null,this.withTags=!1}render(){let e=this.tools.filter(o=>o.pinned===!0),t=this.tool!==null&&this.tool.pinned!==!0?this.tool:null;return d`${this.#e()} ${e.map(o=>this.#t(o))}
    ${t===null?u:this.#r(t)} ${this.withTags?this.#o():u}
    ${this.#a()}`}#e(){let e=this.tools.filter(t=>t.pinned!==!0);return e.length===0?u:d`<agentnook-menu
      .label=${this.words("element.composer.tools")}
      .face=${Wd}
      .items=${e.map(({id:t,label:o,icon:a})=>({id:t,label:o,icon:_(a),checked:t===this.tool?.id}))}
      @choose=${t=>this.#n(t.detail)}
    ></agentnook-menu>`}#t({id:e,label:t,shortLabel:o,icon:a}){return d`<button
      type="button"
      class="tool"
      title=${t}
      aria-pressed=${e===this.tool?.id}
      @click=${()=>this.#n(e)}
    >
      ${_(a)??u}<span class="face">${o??t}</span>
    </button>`}#r({label:e,shortLabel:t,icon:o}){let a=this.words("element.composer.remove_tool",{tool:e});return d`<button
      type="button"
      class="tool chosen"
      aria-label=${a}
      title=${a}
      @click=${()=>this.#s("tool",null)}
    >
      ${_(o)??u}<span class="face">${t??e}</span>${de}
    </button>`}#o(){let e=this.words("element.composer.mention");return d`<button type="button" class="icon" aria-label=${e} title=${e} @click=${()=>this.#s("tag",null)}>${Gd}</button>`}#a(){if(this.models.length===0)return u;let e=this.model?.label??"";return d`<agentnook-menu
      class="models"
      .label=${this.words("element.composer.model",{model:e})}
      .face=${d`<span class="face">${e}</span>${Bd}`}
      .items=${this.models.map(({id:t,label:o,description:a,disabled:n})=>({id:t,label:o,checked:t===this.model?.id,...a===void 0?{}:{description:a},...n===void 0?{}:{disabled:n}}))}
      @choose=${t=>this.#s("model",t.detail)}
    ></agentnook-menu>`}#n(e){this.#s("tool",e===this.tool?.id?null:e)}#s(e,t){this.dispatchEvent(new CustomEvent(e,{detail:t}))}};customElements.define("agentnook-composer-bar",Us);var Xd=y`
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
    /* On its own border: the box nearly always has the keyboard, and stays as wide as the text above it. */
    outline-offset: -2px;
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
  .closed {
    border-color: var(--line);
    background: var(--sunken);
    cursor: default;
  }
  .with-bar textarea {
    grid-column: 1 / -1;
  }
  agentnook-composer-bar {
    margin-inline-start: -8px;
  }
  .with-files {
    grid-template-columns: auto minmax(0, 1fr) auto;
    padding-inline-start: 7px;
  }
  .with-files:not(.with-bar) {
    column-gap: 4px;
  }
  .with-files.with-bar textarea {
    padding-inline-start: 8px;
  }
  .with-files agentnook-composer-bar {
    margin-inline-start: 0;
  }
  .attach {
    border-color: transparent;
    background: none;
    color: var(--muted);
  }
  agentnook-attachments {
    grid-column: 1 / -1;
    padding-block-end: 7px;
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
`;function qs(r,e){return r.key!=="Enter"||r.shiftKey||r.altKey||r.isComposing||r.keyCode===229?!1:r.timeStamp-e>40}var Ws="suggestions";function zs(r){return`suggestion-${r}`}function Zd(r,e,t){return r.open?d`<ul class="suggestions floating" id=${Ws} role="listbox" aria-label=${e}>
    ${r.found.map((o,a)=>{let{name:n,detail:s,icon:i}=Wm(o);return d`<li
        id=${zs(a)}
        role="option"
        aria-selected=${a===r.active}
        @pointerdown=${l=>l.preventDefault()}
        @click=${()=>t(o)}
      >
        ${i===void 0?u:_(i)??u}<span>${n}</span>
        ${s===void 0?u:d`<small>${s}</small>`}
      </li>`})}
  </ul>`:u}function Wm(r){if(r.kind==="tag"){let{title:n,group:s,icon:i}=r.entity;return{name:n,detail:s,icon:i}}let{label:e,description:t,group:o,icon:a}=r.command;return{name:e,detail:t??o,icon:a}}var zm={"@":"tag","/":"command"};function Gm(r,e){let t=/(?:^|\s)([@/])([^\s@/]*)$/u.exec(r.slice(0,e)),[,o="",a=""]=t??[];if(t===null||a.length>64)return null;let n=e-a.length-1;return{kind:zm[o],query:a,start:n,end:e}}var ea=class{found=[];active=0;trigger=null;#e={entities:void 0,commands:void 0};#t=0;#r=null;#o;#a;constructor(e,t){this.#o=e,this.#a=t}get open(){return this.found.length>0}setSources(e){this.#e=e}async look(e,t){let o=Gm(e,t),a=o===null?void 0:this.#n(o);if(o===null||a===void 0||o.start===this.#r){o===null&&(this.#r=null),this.#s(null,[]);return}let n=this.#t+=1;try{let s=await a();n===this.#t&&this.#s(o,s.slice(0,50))}catch(s){n===this.#t&&this.#s(null,[]),this.#a(s)}}showCommands(e){this.trigger!==null&&this.#s(this.trigger,e.map(t=>({kind:"command",command:t})))}leave(){this.#r=this.trigger?.start??null,this.close()}close(){this.#s(null,[])}move(e){this.active=(this.active+e+this.found.length)%this.found.length,this.#o()}#n({kind:e,query:t}){let{entities:o,commands:a}=this.#e,{onTagSearch:n}=o??{};if(e==="tag")return n&&(async()=>(await n(t)).map(i=>({kind:e,entity:i})));let s=a?.enabled===!0?a.onSearch:void 0;return s&&(async()=>(await s(t)).map(i=>({kind:e,command:i})))}#s(e,t){this.#t+=e===null?1:0,!(e===null&&this.trigger===null&&this.found.length===0)&&(this.trigger=e,this.found=t,this.active=0,this.#o())}};var Vm=4e3,Gs=class extends S{static properties={words:{attribute:!1},placeholder:{},value:{attribute:!1},reply:{attribute:!1},busy:{type:Boolean},stoppable:{type:Boolean},closedReason:{attribute:!1},tools:{attribute:!1},models:{attribute:!1},tool:{attribute:!1},model:{attribute:!1},entities:{attribute:!1},commands:{attribute:!1},wordOfTag:{attribute:!1},attachable:{attribute:!1},uploads:{attribute:!1},refusals:{attribute:!1}};static styles=[R,po,Xd];#e=new ea(()=>this.requestUpdate(),e=>this.#b("search-failed",e));#t=-1/0;#r=null;#o=!1;#a=!1;constructor(){super(),this.placeholder="",this.value="",this.reply=null,this.busy=!1,this.stoppable=!1,this.closedReason=null,this.tools=[],this.models=[],this.tool=null,this.model=null,this.attachable=null,this.uploads=[],this.refusals=[]}disconnectedCallback(){super.disconnectedCallback(),this.#r?.disconnect(),this.#r=null}focusText(){this.#n?.focus()}render(){if(this.closedReason!==null)return d`<div class="card closed"><p>${this.closedReason}</p></div>`;let e=t=>this.#$(t);return d`${Zd(this.#e,this.words("element.composer.suggestions"),e)}
      <form class=${this.#u} @submit=${this.#D} @click=${this.#v}>
        ${this.#x()} ${this.#m()} ${this.#l?u:this.#f()} ${this.#h()}
        ${this.#l?d`${this.#f()} ${this.#y()}`:u}
        ${this.busy?this.#w():this.#g()}
      </form>`}willUpdate(e){let t=this.shadowRoot?.activeElement;this.#o=t?.classList.contains("stop")??!1,this.#a=t?.localName==="agentnook-attachments";let{entities:o,commands:a}=this;(e.has("entities")||e.has("commands"))&&this.#e.setSources({entities:o,commands:a}),e.has("value")&&this.value===""&&this.#e.close()}updated(){this.#k(),this.#o&&!this.busy&&this.focusText(),this.#a&&!this.#d&&this.focusText(),this.renderRoot.querySelector('[role="option"][aria-selected="true"]')?.scrollIntoView({block:"nearest"}),this.#r===null&&this.#n&&(this.#r=new ResizeObserver(()=>this.#k()),this.#r.observe(this))}get#n(){return this.renderRoot.querySelector("textarea")}get#s(){return this.entities?.onTagSearch!==void 0||this.commands?.enabled===!0}get#i(){return this.entities?.onTagSearch!==void 0&&this.entities.showComposerMenu===!0}get#l(){return this.tools.length>0||this.models.length>0||this.#i}get#d(){return this.uploads.length+this.refusals.length>0}get#u(){return`card${this.#l?" with-bar":""}${this.attachable===null?"":" with-files"}`}get#c(){return this.uploads.some(({state:e})=>e==="failed")?this.words("element.attach.unsent"):this.uploads.some(({state:e})=>e!=="done")?this.words("element.attach.waiting"):null}get#p(){return this.value.trim()===""&&this.uploads.length===0}#m(){return this.#d?d`<agentnook-attachments
      .words=${this.words}
      .uploads=${this.uploads}
      .refusals=${this.refusals}
      .waitsFor=${this.#c}
      @remove=${e=>this.#b("remove",e.detail)}
      @retry=${e=>this.#b("retry",e.detail)}
      @dismiss=${()=>this.#b("dismiss")}
    ></agentnook-attachments>`:u}#f(){if(this.attachable===null)return u;let e=this.words("element.attach.add");return d`<button type="button" class="icon attach" aria-label=${e} title=${e} @click=${this.#N}>
        ${et}
      </button>
      <input
        type="file"
        multiple
        hidden
        aria-label=${e}
        accept=${sd(this.attachable)||u}
        @change=${this.#B}
      />`}#h(){let{open:e,active:t}=this.#e;return d`<textarea
      rows="1"
      aria-label=${this.words("element.composer.label")}
      aria-autocomplete=${this.#s?"list":u}
      aria-haspopup=${this.#s?"listbox":u}
      aria-controls=${e?Ws:u}
      aria-activedescendant=${e?zs(t):u}
      placeholder=${this.tool?.placeholderOverride??this.placeholder}
      .value=${$r(this.value)}
      enterkeyhint="send"
      autocomplete="off"
      @input=${this.#C}
      @keydown=${this.#M}
      @blur=${()=>this.#e.close()}
      @compositionend=${this.#A}
    ></textarea>`}#x(){if(this.reply===null)return u;let e=this.words("element.composer.unquote");return d`<div class="reply">
      ${zd}
      <blockquote title=${this.reply}>${this.reply}</blockquote>
      <button type="button" class="icon" aria-label=${e} title=${e} @click=${this.#_}>${de}</button>
    </div>`}#y(){return d`<agentnook-composer-bar
      .words=${this.words}
      .tools=${this.tools}
      .models=${this.models}
      .tool=${this.tool}
      .model=${this.model}
      .withTags=${this.#i}
      @tool=${e=>this.#I(e.detail)}
      @model=${e=>this.#b("model",e.detail)}
      @tag=${this.#O}
    ></agentnook-composer-bar>`}#g(){return d`<button
      class="icon send"
      type="submit"
      aria-label=${this.words("element.composer.send")}
      title=${this.#c??this.words("element.composer.send")}
      ?disabled=${this.#p||this.#c!==null}
    >
      ${Md}
    </button>`}#w(){return d`<button
      class="icon stop"
      type="button"
      aria-label=${this.words("element.composer.stop")}
      title=${this.words("element.composer.stop")}
      ?disabled=${!this.stoppable}
      @click=${this.#F}
    >
      ${Ld}
    </button>`}#k(){let e=this.#n;if(e){if(this.value.length>Vm){e.style.height="100vh";return}this.style.height=`${this.offsetHeight}px`,e.style.height="0",e.style.height=`${e.scrollHeight}px`,this.style.height=""}}#v(e){e.target===e.currentTarget&&this.focusText()}#C(e){e.target instanceof HTMLTextAreaElement&&(this.#S(e.target.value),this.#s&&this.#e.look(this.value,e.target.selectionStart))}#S(e){this.value=e,this.#b("write",e)}#A(e){this.#t=e.timeStamp}#M(e){if(this.#e.open&&this.#R(e)){e.preventDefault(),e.stopPropagation();return}qs(e,this.#t)&&(e.preventDefault(),this.#E())}#R(e){let t=this.#e.found[this.#e.active];if(e.key==="ArrowDown")this.#e.move(1);else if(e.key==="ArrowUp")this.#e.move(-1);else if(e.key==="Escape")this.#e.leave();else if(t!==void 0&&this.#L(e))this.#$(t);else return!1;return!0}#L(e){return e.key==="Tab"&&!e.shiftKey&&!e.isComposing||qs(e,this.#t)}#$(e){e.kind==="tag"?this.#T(`${this.wordOfTag(e.entity)} `):this.#P(e)}async#P({command:e}){try{let t=await this.commands?.onSelect?.(e);t?.type==="menu"?this.#e.showCommands(t.commands):this.#T(t===void 0?"":`${this.wordOfTag(t.entity)} `)}catch(t){this.#T(""),this.#b("search-failed",t)}}#T(e){let{trigger:t}=this.#e,o=this.#n;this.#e.close(),!(t===null||o===null)&&(o.setRangeText(e,t.start,Math.min(t.end,o.value.length),"end"),this.#S(o.value))}#O(){let e=this.#n;if(e===null)return;this.focusText();let{selectionStart:t,selectionEnd:o,value:a}=e,n=t===0||/\s/u.test(a.charAt(t-1));e.setRangeText(n?"@":" @",t,o,"end"),this.#S(e.value),this.#e.look(e.value,e.selectionStart)}#I(e){this.#b("tool",e),e===null&&this.focusText()}#_(){this.#b("unquote"),this.focusText()}#D(e){e.preventDefault(),this.#E()}#E(){this.#p||this.busy||(this.#c===null?this.#b("send",this.value):Ye(this,this.#c))}#N(){this.renderRoot.querySelector('input[type="file"]')?.click()}#B({currentTarget:e}){e instanceof HTMLInputElement&&(this.#b("attach",[...e.files??[]]),e.value="",this.focusText())}#F(){this.#b("stop"),this.focusText()}#b(e,t=null){this.dispatchEvent(new CustomEvent(e,{detail:t}))}};customElements.define("agentnook-composer",Gs);var jm=["text/html","text/rtf"],ta=class{over=!1;#e;#t;constructor(e,t){this.#e=e,this.#t=t,e.addController(this),e.addEventListener("dragenter",o=>this.#r(o)),e.addEventListener("dragover",o=>this.#r(o)),e.addEventListener("dragleave",o=>this.#o(o)),e.addEventListener("drop",o=>this.#a(o)),e.addEventListener("paste",o=>this.#s(o))}hostDisconnected(){this.#i(!1)}#r(e){let t=this.#n(e);t!==null&&(e.preventDefault(),t.dropEffect="copy",this.#i(!0))}#o({relatedTarget:e}){e instanceof Node&&this.#e.contains(e)||this.#i(!1)}#a(e){this.#i(!1);let t=this.#n(e);if(t===null)return;e.preventDefault();let o=[...t.items].filter(({kind:s})=>s==="file"),a=o.flatMap(s=>Jd(s)??[]),n=o.filter(s=>Jd(s)===null).flatMap(s=>s.getAsFile()??[]);this.#t.take(n,a)}#n({dataTransfer:e}){return e?.types.includes("Files")===!0&&this.#t.wanted()?e:null}#s(e){let{clipboardData:t}=e,o=[...t?.files??[]],a=jm.some(n=>t?.types.includes(n)===!0);o.length===0||a||!this.#t.wanted()||(e.preventDefault(),this.#t.take(o,[]))}#i(e){e!==this.over&&(this.over=e,this.#e.requestUpdate())}};function Jd(r){let e=r.webkitGetAsEntry();return e?.isDirectory===!0?e.name:null}var Vs=class extends S{static properties={words:{attribute:!1},option:{attribute:!1},threadTitle:{attribute:!1},withHistory:{type:Boolean},historyOpen:{type:Boolean}};static styles=[R,y`
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
    `];render(){let{title:e,leftAction:t,rightAction:o}=this.option,a=e?.enabled===!1?"":e?.text??this.threadTitle;return d`<header>
      ${t===void 0?u:this.#t(t)}
      ${this.withHistory?this.#e():u}
      <div class="title" title=${a}>${a}</div>
      ${o===void 0?u:this.#t(o)}
      ${this.#r(this.words("element.history.new"),ao,()=>this.dispatchEvent(new CustomEvent("new")))}
    </header>`}#e(){let e=this.words("element.history.title");return d`<button
      type="button"
      class="icon"
      aria-label=${e}
      title=${e}
      aria-expanded=${this.historyOpen}
      @click=${()=>this.dispatchEvent(new CustomEvent("history"))}
    >
      ${Hd}
    </button>`}#t({icon:e,onClick:t}){return this.#r(e.replaceAll("-"," "),_(e)??Bt,t)}#r(e,t,o){return d`<button type="button" class="icon" aria-label=${e} title=${e} @click=${()=>o()}>
      ${t}
    </button>`}};customElements.define("agentnook-header",Vs);var Qd=y`
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
  .filter input {
    padding-inline-start: 32px;
    border-color: transparent;
    background: var(--hover);
    appearance: none;
  }
  input::-webkit-search-cancel-button {
    width: 16px;
    height: 16px;
    margin: 0;
    appearance: none;
    background:
      linear-gradient(45deg, transparent 46%, var(--muted) 46% 54%, transparent 54%) center / 10px 10px no-repeat,
      linear-gradient(-45deg, transparent 46%, var(--muted) 46% 54%, transparent 54%) center / 10px 10px no-repeat;
    cursor: pointer;
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
`;var ra=class{#e;#t;#r;#o;#a;#n;constructor(e,t,o){this.#e=e;let a=new Date(o.getFullYear(),o.getMonth(),o.getDate());this.#t=a.getTime();let n=(a.getDay()-Zm(t)+7)%7;this.#r=new Date(o.getFullYear(),o.getMonth(),o.getDate()-n).getTime(),this.#o=o.getFullYear(),this.#a=new Intl.DateTimeFormat(t,{month:"long"}),this.#n=new Intl.DateTimeFormat(t,{month:"long",year:"numeric"})}labelOf(e){let t=new Date(e);return Number.isNaN(t.getTime())?this.#e.undated:e>=this.#t?this.#e.today:e>=this.#t-864e5?this.#e.yesterday:e>=this.#r?this.#e.week:(t.getFullYear()===this.#o?this.#a:this.#n).format(t)}};function Yd(r,e){let t=Km(r),o=[],a="";for(let[n,s]of r.entries()){let i=e.labelOf(t[n]??NaN);i!==a&&o.push({kind:"group",key:`group-${n}-${i}`,label:i}),a=i,o.push({kind:"thread",key:s.id,thread:s,position:n+1})}return o}function eu(r,e){let t=0;return{rows:r.map(a=>{let n={row:a,top:t};return t+=e[a.kind],n}),height:t}}function tu({rows:r},e,t,o){let a=Xm(r,e);return r.filter(({row:n,top:s},i)=>i>=a&&s<t||o.has(n.key))}function ru(r,e,t){let o=e.trim().toLocaleLowerCase();return r.filter(({title:a})=>(a??t).toLocaleLowerCase().includes(o))}function Km(r){let e=NaN;return r.map(({createdAt:t})=>Date.parse(t)).reduceRight((t,o)=>(e>=o||(e=Number.isNaN(o)?e:o),t.push(e),t),[]).reverse()}function Xm(r,e){let t=0,o=r.length-1;for(;t<o;){let a=Math.ceil((t+o)/2);(r[a]?.top??0)<=e?t=a:o=a-1}return t}function Zm(r){let e=new Intl.Locale(r);return(e.getWeekInfo?.()??e.weekInfo??{firstDay:1}).firstDay%7}var Jm=200,js=class extends S{static properties={words:{attribute:!1},value:{attribute:!1}};static styles=[R,uo,y`
      :host {
        flex: 1;
        min-width: 0;
      }
      input {
        display: block;
        padding: 0 7px;
      }
      input:focus-visible {
        outline-offset: 0;
      }
    `];#e=!1;render(){return d`<input
      aria-label=${this.words("element.history.new_title")}
      maxlength=${Jm}
      .value=${this.value}
      @keydown=${this.#o}
      @blur=${()=>this.#a(!1,this.#r)}
    />`}firstUpdated(){this.#t?.select()}get#t(){return this.renderRoot.querySelector("input")}get#r(){let e=this.#t?.value.trim()??"";return e===""||e===this.value?null:e}#o(e){e.stopPropagation(),!(e.isComposing||!["Enter","Escape"].includes(e.key))&&(e.preventDefault(),e.key==="Escape"?this.#a(!0,null):this.#t?.value.trim()!==""&&this.#a(!0,this.#r))}#a(e,t){this.#e||(this.#e=!0,this.dispatchEvent(new CustomEvent("done",{detail:{title:t,byKey:e}})))}};customElements.define("agentnook-rename",js);var ou=y`
  :host {
    display: block;
    flex: 1;
    min-height: 0;
    overflow: hidden auto;
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
  /* The whole row is coloured, not the button in it. */
  .row .open:hover:not(:disabled) {
    background: none;
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
  @media not (pointer: coarse) {
    /* A name has the whole row until the menu is wanted. */
    .row:not(:hover, :focus-within) agentnook-menu {
      position: absolute;
      inset-inline-end: 0;
    }
  }
  @media (pointer: coarse) {
    .row agentnook-menu {
      opacity: 1;
    }
  }
`;var Jt=600,oa=36,Qm=36,Ym=44,au=10,Xs=class extends S{static properties={words:{attribute:!1},threads:{attribute:!1},currentId:{attribute:!1},locale:{attribute:!1},renamable:{type:Boolean},deletable:{type:Boolean},complete:{type:Boolean},endless:{type:Boolean},activeId:{state:!0},renamingId:{state:!0},stretch:{state:!0}};static styles=[R,ou];#e={rows:[],height:0};#t=null;#r=null;#o=null;constructor(){super(),this.threads=[],this.currentId=null,this.locale="en",this.renamable=!0,this.deletable=!0,this.complete=!0,this.endless=!1,this.activeId=null,this.renamingId=null,this.stretch=[0,Jt],this.addEventListener("scroll",()=>this.#c(),{passive:!0})}connectedCallback(){super.connectedCallback(),this.#o=new ResizeObserver(()=>this.#c()),this.#o.observe(this)}disconnectedCallback(){super.disconnectedCallback(),this.#r?.disconnect(),this.#o?.disconnect()}focusThread(e=this.activeId){this.#t=e,this.requestUpdate()}willUpdate(e){(e.has("threads")||e.has("words")||e.has("locale"))&&this.#d();let t=a=>this.threads.find(({id:n})=>n===a)?.id,o=t(this.#t)??t(this.activeId)??t(this.currentId)??this.threads[0]?.id;this.activeId=o??null}updated(){this.#u(),!(this.#t===null||this.#t!==this.activeId)&&(this.#t=null,this.#p(),this.renderRoot.querySelector('.open[tabindex="0"]')?.focus({preventScroll:!0}))}render(){return d`${this.threads.length===0?u:this.#a()}<slot></slot>
      <div class="end"></div>`}#a(){let e=new Set([this.activeId,this.renamingId].filter(n=>n!==null)),[t,o]=this.stretch,a=tu(this.#e,t-Jt,o+Jt,e);return d`<ul style="height: ${this.#e.height}px" @keydown=${this.#m}>
      ${le(a,({row:n})=>n.key,n=>this.#n(n))}
    </ul>`}#n({row:e,top:t}){let o=`top: ${t}px; height: ${e.kind==="group"?oa:Ks()}px`;if(e.kind==="group")return d`<li class="group" style=${o}><h3>${e.label}</h3></li>`;let{thread:a,position:n}=e,s=this.complete?this.threads.length:-1;return d`<li class="row" style=${o} aria-setsize=${s} aria-posinset=${n} data-id=${a.id}>
      ${a.id===this.renamingId?this.#i(a):this.#s(a)}
    </li>`}#s(e){let t=e.title??this.words("element.history.untitled"),o=this.#l(),a=e.id===this.activeId;return d`<button
        type="button"
        class="open"
        title=${t}
        aria-current=${e.id===this.currentId}
        tabindex=${a?0:-1}
        @focus=${()=>this.activeId=e.id}
        @click=${()=>this.#v("choose",e.id)}
        @contextmenu=${this.#g}
      >
        ${t}</button
      >${o.length===0?u:d`<agentnook-menu
            .label=${this.words("element.history.actions",{title:t})}
            .face=${Fd}
            .items=${o}
            .unreached=${!a}
            @choose=${n=>this.#x(n.detail,e.id)}
          ></agentnook-menu>`}`}#i({id:e,title:t}){return d`<agentnook-rename
      .words=${this.words}
      .value=${t??""}
      @done=${o=>this.#w(e,o.detail)}
    ></agentnook-rename>`}#l(){let e=[];return this.renamable&&e.push({id:"rename",label:this.words("element.history.rename"),icon:Ud}),this.deletable&&e.push({id:"remove",label:this.words("element.history.delete"),icon:qd}),e}#d(){let e=a=>this.words(`element.history.${a}`),t={today:e("today"),yesterday:e("yesterday"),week:e("week"),undated:e("undated")},o=Yd(this.threads,new ra(t,this.locale,new Date));this.#e=eu(o,{thread:Ks(),group:oa})}#u(){this.#r?.disconnect();let e=this.renderRoot.querySelector(".end");!this.endless||e===null||(this.#r=new IntersectionObserver(([t])=>{t?.isIntersecting&&this.#v("more")},{root:this,rootMargin:`${Jt}px`}),this.#r.observe(e))}#c(){let{scrollTop:e,clientHeight:t,stretch:o}=this;(Math.abs(e-o[0])>Jt/3||t!==o[1]-o[0])&&(this.stretch=[e,e+t])}#p(){let e=this.#e.rows.find(({row:o})=>o.key===this.activeId);if(e===void 0)return;let t=e.top+Ks();e.top-oa<this.scrollTop?this.scrollTop=e.top-oa:t>this.scrollTop+this.clientHeight&&(this.scrollTop=t-this.clientHeight)}#m(e){let t=this.activeId;if(t===null||this.renamingId!==null)return;let o=this.#f(e);if(o!==null){e.preventDefault(),this.#x(o,t);return}let a=this.#h(e);a!==void 0&&(e.preventDefault(),this.focusThread(a.id))}#f({key:e,shiftKey:t}){return e==="F2"&&this.renamable?"rename":e==="Delete"&&this.deletable?"remove":(e==="ContextMenu"||e==="F10"&&t)&&this.#l().length>0?"menu":null}#h({key:e,ctrlKey:t,altKey:o,metaKey:a}){if(t||o||a)return;let n=this.threads.findIndex(({id:p})=>p===this.activeId),s=this.threads.length-1;if(e==="PageDown")return this.threads[Math.min(s,n+au)];if(e==="PageUp")return this.threads[Math.max(0,n-au)];if(e==="ArrowDown")return this.threads[Math.min(s,n+1)];if(e==="ArrowUp")return this.threads[Math.max(0,n-1)];let i=this.threads.map(({title:p})=>p??""),l=Yo(i,n,e);return l===null?void 0:this.threads[l]}#x(e,t){e==="menu"&&this.#k(t)?.querySelector("agentnook-menu")?.show(),e==="rename"&&(this.renamingId=t),e==="remove"&&this.#y(t)}#y(e){let t=this.threads.findIndex(a=>a.id===e),o=this.threads[t+1]??this.threads[t-1];this.#v("remove",e),o!==void 0&&this.focusThread(o.id)}#g(e){let t=e.currentTarget instanceof Element?e.currentTarget.closest("li")?.dataset.id:void 0;t===void 0||this.#l().length===0||(e.preventDefault(),this.activeId=t,this.#x("menu",t))}#w(e,{title:t,byKey:o}){this.renamingId=null,o&&this.focusThread(e),t!==null&&this.dispatchEvent(new CustomEvent("rename",{detail:{id:e,title:t}}))}#k(e){return[...this.renderRoot.querySelectorAll("li.row")].find(t=>t.dataset.id===e)}#v(e,t=null){this.dispatchEvent(new CustomEvent(e,{detail:t}))}};function Ks(){return matchMedia("(pointer: coarse)").matches?Ym:Qm}customElements.define("agentnook-threads",Xs);var Zs=class extends S{static properties={words:{attribute:!1},history:{attribute:!1},currentId:{attribute:!1},locale:{attribute:!1},renamable:{type:Boolean},deletable:{type:Boolean},modal:{type:Boolean},filter:{state:!0}};static styles=[R,uo,Qd];#e=[];constructor(){super(),this.currentId=null,this.locale="en",this.renamable=!0,this.deletable=!0,this.modal=!1,this.filter="",this.addEventListener("keydown",e=>this.#i(e))}focusFirst(){let e=this.#e.find(({id:t})=>t===this.currentId)?.id;e!==void 0?this.#c?.focusThread(e):this.renderRoot.querySelector("input")?.focus()}async focusThread(e){await this.updateComplete,this.#e.length>0?this.#c?.focusThread(e):this.renderRoot.querySelector(".head button")?.focus()}willUpdate(e){let t=e.get("history")?.threads!==this.history.threads;if(!(e.has("history")&&t)&&!e.has("filter")&&!e.has("words"))return;let{threads:o}=this.history,a=this.filter.trim()!=="";this.#e=a?ru(o,this.filter,this.words("element.history.untitled")):o}render(){let e=this.modal?d`<span tabindex="0" @focus=${this.#d}></span>`:u;return d`${e}
      <div class="head">
        <h2>${this.words("element.history.title")}</h2>
        ${this.#o("element.history.new",ao,()=>this.#u("choose",null))}
        ${this.#o("element.history.close",de,()=>this.#u("close"))}
      </div>
      ${this.#r()}
      <div class="list" aria-busy=${this.history.loading}>${this.#t()}</div>
      <slot></slot>
      ${e}`}#t(){let{more:e,loading:t,failure:o}=this.history,a=this.filter.trim()!=="";return d`<agentnook-threads
      .words=${this.words}
      .threads=${this.#e}
      .currentId=${this.currentId}
      .locale=${this.locale}
      .renamable=${this.renamable}
      .deletable=${this.deletable}
      .complete=${!e&&!a}
      .endless=${e&&!t&&o===null&&!a}
      @choose=${n=>this.#u("choose",n.detail)}
      @rename=${({detail:n})=>this.dispatchEvent(new CustomEvent("rename",{detail:n}))}
      @remove=${n=>this.#u("remove",n.detail)}
      @more=${()=>this.#u("more")}
    >
      ${this.#a()} ${this.#s()}
    </agentnook-threads>`}#r(){let e=this.words("element.history.filter");return d`<div class="filter">
      ${lo}
      <input
        type="search"
        aria-label=${e}
        placeholder=${e}
        autocomplete="off"
        spellcheck="false"
        .value=${this.filter}
        @input=${t=>this.filter=eh(t)}
        @keydown=${this.#l}
      />
    </div>`}#o(e,t,o){let a=this.words(e);return d`<button type="button" class="icon" aria-label=${a} title=${a} @click=${o}>${t}</button>`}#a(){let{threads:e,loading:t,failure:o,more:a}=this.history;if(o!==null)return d`<p role="alert">${o.sentence??this.words("element.history.failed")}</p>
        <button type="button" class="after" @click=${()=>this.#u("retry")}>
          ${this.words("element.retry")}
        </button>`;if(t)return this.#n();if(e.length===0)return d`<p>${this.words("element.history.empty")}</p>`;if(this.filter.trim()==="")return u;let n=this.#e.length===0;return d`<p role="status">${n?this.words("element.history.none"):u}</p>
      ${a?d`<p>${this.words("element.history.not_all")}</p>`:u}`}#n(){return d`<div class="skeleton">
      <i></i><i></i><i></i><span class="visually-hidden">${this.words("element.loading")}</span>
    </div>`}#s(){let{more:e,loading:t,failure:o}=this.history;return!e||t||o!==null?u:d`<button type="button" class="after" @click=${()=>this.#u("more")}>
      ${this.words("element.history.more")}
    </button>`}#i(e){e.key==="Escape"&&this.#u("close");let t=e.composedPath()[0]instanceof HTMLInputElement;e.key.toLowerCase()!=="z"||!(e.ctrlKey||e.metaKey)||e.shiftKey||t||(e.preventDefault(),this.#u("undo"))}#l(e){e.key==="Escape"&&this.filter!==""&&(e.stopPropagation(),e.preventDefault(),this.filter=""),!(e.key!=="ArrowDown"||this.#e.length===0)&&(e.preventDefault(),this.#c?.focusThread())}#d(e){e.currentTarget===this.renderRoot.querySelector("span")&&this.#e.length>0?this.#c?.focusThread():this.renderRoot.querySelector(".head button")?.focus()}#u(e,t=null){this.dispatchEvent(new CustomEvent(e,{detail:t}))}get#c(){return this.renderRoot.querySelector("agentnook-threads")}};function eh({target:r}){return r instanceof HTMLInputElement?r.value:""}customElements.define("agentnook-history",Zs);async function aa(r){try{return await navigator.clipboard.writeText(r),!0}catch{return!1}}function Js(r){return r.map(th).filter(e=>e!=="").join(`

`)}function th(r){switch(r.type){case"assistant_message":return r.parts.map(({text:e})=>e).join(`

`);case"user_message":case"other":return r.text;case"widget":return r.copyText??"";default:return""}}var na=class{#e;constructor(e){this.#e=performance.now()+e}get isSpent(){return performance.now()>=this.#e}};function w(r,e={},...t){let o=document.createElement(r);for(let[a,n]of Object.entries(e))o.setAttribute(a,n);return o.append(...t),o}function su(r,e){for(e.forEach((t,o)=>{let a=r.childNodes[o];a===void 0?r.append(t):nu(a)&&nu(t)&&t.data.startsWith(a.data)?Qs(a,t.data):a.isEqualNode(t)||a.replaceWith(t)});r.childNodes.length>e.length;)r.lastChild?.remove()}function Qs(r,e){r.data.length<e.length&&r.appendData(e.slice(r.data.length))}function nu(r){return r.nodeType===Node.TEXT_NODE}function ri(){return{async:!1,breaks:!1,extensions:null,gfm:!0,hooks:null,pedantic:!1,renderer:null,silent:!1,tokenizer:null,walkTokens:null}}var qe=ri();function xu(r){qe=r}var Fe={exec:()=>null};function Be(r){let e=[];return t=>{let o=Math.max(0,Math.min(3,t-1)),a=e[o];return a||(a=r(o),e[o]=a),a}}function k(r,e=""){let t=typeof r=="string"?r:r.source,o={replace:(a,n)=>{let s=typeof n=="string"?n:n.source;return s=s.replace(H.caret,"$1"),t=t.replace(a,s),o},getRegex:()=>new RegExp(t,e)};return o}var yu=((r="")=>{try{return!!new RegExp("(?<=1)(?<!1)"+r)}catch{return!1}})(),H={codeRemoveIndent:/^(?: {0,3}\t| {1,4})/gm,listInterruptsParagraph:/^ {0,3}(?:[*+-]|1[.)])[ \t]+[^ \t\n]/,outputLinkReplace:/\\([\[\]])/g,indentCodeCompensation:/^(\s+)(?:```)/,beginningSpace:/^\s+/,endingHash:/#$/,startingSpaceChar:/^ /,endingSpaceChar:/ $/,endingSpaceTabChar:/[ \t]$/,nonSpaceChar:/[^ ]/,newLineCharGlobal:/\n/g,tabCharGlobal:/\t/g,leadingSpaceTab:/^[ \t]+/,multipleSpaceGlobal:/\s+/g,blankLine:/^[ \t]*$/,doubleBlankLine:/\n[ \t]*\n[ \t]*$/,blockquoteStart:/^ {0,3}>/,blockquoteSetextReplace:/\n {0,3}((?:=+|-+)[ \t]*)(?=\n|$)/g,blockquoteSetextReplace2:/^ {0,3}>[ \t]?/gm,blockquoteMarkerWhitespace:/^( {0,3}>)(\t[ \t]*)/gm,nestedBlockMarker:/^ {0,3}(?:(?:[*+-]|\d{1,9}[.)])(?: |$)|> ?)/,listReplaceNesting:/^ {1,4}(?=( {4})*[^ ])/g,listIsTask:/^\[[ xX]\][ \t]+\S/,listReplaceTask:/^\[[ xX]\][ \t]+/,listTaskCheckbox:/\[[ xX]\]/,anyLine:/\n.*\n/,hrefBrackets:/^<(.*)>$/,tableDelimiter:/[:|]/,tableAlignChars:/^\||\| *$/g,tableRowBlankLine:/\n[ \t]*$/,tableAlignRight:/^ *-+: *$/,tableAlignCenter:/^ *:-+: *$/,tableAlignLeft:/^ *:-+ *$/,startATag:/^<a /i,endATag:/^<\/a>/i,startPreScriptTag:/^<(pre|code|kbd|script)(\s|>)/i,endPreScriptTag:/^<\/(pre|code|kbd|script)(\s|>)/i,startAngleBracket:/^</,endAngleBracket:/>$/,pedanticHrefTitle:/^([^'"]*[^\s])\s+(['"])(.*)\2/,unicodeAlphaNumeric:/[\p{L}\p{N}]/u,numericCharacterReference:/&#(?:(\d{1,7})|[Xx]([A-Fa-f0-9]{1,6}));/,numericCharacterReferenceOrAmpersand:/&#(?:(\d{1,7})|[Xx]([A-Fa-f0-9]{1,6}));|&(?!(#\d{1,7}|#[Xx][a-fA-F0-9]{1,6}|\w+);)/g,escapeTest:/[&<>"']/,escapeReplace:/[&<>"']/g,escapeTestNoEncode:/[<>"']|&(?!(#\d{1,7}|#[Xx][a-fA-F0-9]{1,6}|\w+);)/,escapeReplaceNoEncode:/[<>"']|&(?!(#\d{1,7}|#[Xx][a-fA-F0-9]{1,6}|\w+);)/g,caret:/(^|[^\[])\^/g,percentDecode:/%25/g,findPipe:/\|/g,splitPipe:/ \|/,slashPipe:/\\\|/g,carriageReturn:/\r\n|\r/g,spaceLine:/^ +$/gm,notSpaceStart:/^\S*/,endingNewline:/\n$/,listItemRegex:r=>new RegExp(`^( {0,3}${r})((?:[	 ][^\\n]*)?(?:\\n|$))`),nextBulletRegex:Be(r=>new RegExp(`^ {0,${r}}(?:[*+-]|\\d{1,9}[.)])((?:[ 	][^\\n]*)?(?:\\n|$))`)),hrRegex:Be(r=>new RegExp(`^ {0,${r}}((?:-[ 	]*){3,}|(?:_[ 	]*){3,}|(?:\\*[ 	]*){3,})(?:\\n+|$)`)),fencesBeginRegex:Be(r=>new RegExp(`^ {0,${r}}(?:\`\`\`|~~~)`)),headingBeginRegex:Be(r=>new RegExp(`^ {0,${r}}#{1,6}(?:\\s|$)`)),pedanticHeadingBeginRegex:Be(r=>new RegExp(`^ {0,${r}}#`)),htmlBeginRegex:Be(r=>new RegExp(`^ {0,${r}}(?:</?(?:${ai})(?:[ \\t]+|$|/?>)|<(?:(?:script|pre|style|textarea)(?:[\\s>]|$)|!--)|<\\?|<![A-Za-z]|<!\\[CDATA\\[)`,"i")),blockquoteBeginRegex:Be(r=>new RegExp(`^ {0,${r}}>`)),nestedContainerMarkers:/^(?: {0,3}(?:(?:[*+-]|\d{1,9}[.)])[ \t]+|>[ \t]?))+/},rh=/^(?:[ \t]*(?:\n|$))+/,oh=/^((?: {4}| {0,3}\t)[^\n]+(?:\n(?:[ \t]*(?:\n|$))*)?)+/,ah=/^ {0,3}(`{3,}(?=[^`\n]*(?:\n|$))|~{3,})([^\n]*)(?:\n|$)(?:|([\s\S]*?)(?:\n|$))(?: {0,3}(?:(?=`)\1`*|(?=~)\1~*) *(?=\n|$)|$)/,er=/^ {0,3}((?:-[\t ]*){3,}|(?:_[ \t]*){3,}|(?:\*[ \t]*){3,})(?:\n+|$)/,nh=/^ {0,3}(#{1,6})(?=\s|$)(.*)(?:\n+|$)/,oi=/ {0,3}(?:[*+-]|\d{1,9}[.)])/,ai="address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|meta|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul",tr=k(" {0,3}(?:</?(?:tag)(?:[ \\t]+|\\n|/?>)|<(?:(?:script|pre|style|textarea)(?:[\\s>]|$)|!--)|<\\?|<![A-Za-z]|<!\\[CDATA\\[)").replace("tag",ai).getRegex(),bu=/^(?!bull |blockCode|fences|blockquote|heading|html|table)((?:.|\n(?!\s*?\n|bull |fences|blockquote|heading|hr|html|table))+?)\n {0,3}(=+|-+)[ \t]*(?:\n+|$)/,wu=k(bu).replace(/bull/g,oi).replace(/blockCode/g,/(?: {4}| {0,3}\t)/).replace(/fences/g,/ {0,3}(?:`{3,}|~{3,})/).replace(/blockquote/g,/ {0,3}>/).replace(/heading/g,/ {0,3}#{1,6}(?:\s|$)/).replace(/hr/g,/ {0,3}(?:(?:-[\t ]*){3,}|(?:_[ \t]*){3,}|(?:\*[ \t]*){3,})(?:\n+|$)/).replace(/\|table/g,"").replace(/html/g,tr).getRegex(),sh=k(bu).replace(/bull/g,oi).replace(/blockCode/g,/(?: {4}| {0,3}\t)/).replace(/fences/g,/ {0,3}(?:`{3,}|~{3,})/).replace(/blockquote/g,/ {0,3}>/).replace(/heading/g,/ {0,3}#{1,6}(?:\s|$)/).replace(/hr/g,/ {0,3}(?:(?:-[\t ]*){3,}|(?:_[ \t]*){3,}|(?:\*[ \t]*){3,})(?:\n+|$)/).replace(/table/g,/ {0,3}\|?(?:[:\- ]*\|)+[\:\- ]*\n/).replace(/html/g,tr).getRegex(),ni=/^([^\n]+(?:\n(?!hr|heading|lheading|blockquote|fences|list|html|table|[ \t]+\n)[^\n]+)*)/,ih=/^[^\n]+/,si=/(?!\s*\])(?:\\[\s\S]|[^\[\]\\\n]|\n(?![ \t]*\n))+/,lh=k(/^ {0,3}\[(label)\]: *(?:\n[ \t]*)?([^<\s][^\s]*|<(?:\\.|[^\n<>\\])*>)(?:(?: +(?:\n[ \t]*)?| *\n[ \t]*)(title))? *(?:\n+|$)/).replace("label",si).replace("title",/(?:"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\\n]|\n(?!\n))*'|\((?:\\[\s\S]|[^()\\])*\))/).getRegex(),dh=k(/^(bull)([ \t][^\n]*?)?(?:\n|$)/).replace(/bull/g,oi).getRegex(),ii=/<!--(?:-?>|[\s\S]*?(?:-->|$))/,uh=k("^ {0,3}(?:<(script|pre|style|textarea)[\\s>][\\s\\S]*?(?:</\\1>[^\\n]*\\n*|$)|comment[^\\n]*(\\n+|$)|<\\?[\\s\\S]*?(?:\\?>[^\\n]*\\n*|$)|<![A-Z][\\s\\S]*?(?:>[^\\n]*\\n*|$)|<!\\[CDATA\\[[\\s\\S]*?(?:\\]\\]>[^\\n]*\\n*|$)|</?(tag)(?:[ \\t]+|\\n|/?>|$)[\\s\\S]*?(?:(?:\\n[ 	]*)+\\n|$)|<(?!(?:script|pre|style|textarea)(?![a-z0-9-]))([a-z][a-z0-9-]*)(?:attribute)*?[ \\t]*/?>(?=[ \\t]*(?:\\n|$))[\\s\\S]*?(?:(?:\\n[ 	]*)+\\n|$)|</[a-z][a-z0-9-]*\\s*>(?=[ \\t]*(?:\\n|$))[\\s\\S]*?(?:(?:\\n[ 	]*)+\\n|$))","i").replace("comment",ii).replace("tag",ai).replace("attribute",/[ \t]+[a-zA-Z:_][\w.:-]*(?:[ \t]*=[ \t]*"[^"\n]*"|[ \t]*=[ \t]*'[^'\n]*'|[ \t]*=[ \t]*[^\s"'=<>`]+)?/).getRegex(),vu=r=>k(ni).replace("hr",er).replace("heading"," {0,3}#{1,6}(?:\\s|$)").replace("|lheading","").replace("|table","").replace("blockquote"," {0,3}>").replace("fences"," {0,3}(?:`{3,}(?=[^`\\n]*(?:\\n|$))|~~~)[^\\n]*(?:\\n|$)").replace("list",r).replace("html",tr).getRegex(),ph=vu(/ {0,3}(?:[*+-]|1[.)])[ \t]+[^ \t\n]/),ch=vu(/ {0,3}(?:[*+-]|\d{1,9}[.)])(?:[ \t]|\n|$)/),fh=k(/^( {0,3}> ?(?:(?![ \t]*(?:\n|$))(paragraph)|[^\n]*)(?:\n|$))+/).replace("paragraph",ch).getRegex(),li={blockquote:fh,code:oh,def:lh,fences:ah,heading:nh,hr:er,html:uh,lheading:wu,list:dh,newline:rh,paragraph:ph,table:Fe,text:ih},iu=k("^ *([^\\n ].*)\\n {0,3}((?:\\| *)?:?-+:? *(?:\\| *:?-+:? *)*(?:\\| *)?)(?:\\n((?:(?! *\\n|hr|heading|blockquote|code|fences|list|html).*(?:\\n|$))*)\\n*|$)").replace("hr",er).replace("heading"," {0,3}#{1,6}(?:\\s|$)").replace("blockquote"," {0,3}>").replace("code","(?: {4}| {0,3}	)[^\\n]").replace("fences"," {0,3}(?:`{3,}(?=[^`\\n]*(?:\\n|$))|~~~)[^\\n]*(?:\\n|$)").replace("list"," {0,3}(?:[*+-]|1[.)])[ \\t]").replace("html",tr).getRegex(),mh={...li,lheading:sh,table:iu,paragraph:k(ni).replace("hr",er).replace("heading"," {0,3}#{1,6}(?:\\s|$)").replace("|lheading","").replace("table",iu).replace("blockquote"," {0,3}>").replace("fences"," {0,3}(?:`{3,}(?=[^`\\n]*(?:\\n|$))|~~~)[^\\n]*(?:\\n|$)").replace("list"," {0,3}(?:[*+-]|1[.)])[ \\t]+[^ \\t\\n]").replace("html",tr).getRegex()},hh={...li,html:k(`^ *(?:comment(?: *\\n|\\s*$)|<(tag)[\\s\\S]+?</\\1>(?: *\\n{2,}|\\s*$)|<tag(?:"[^"]*"|'[^']*'|\\s[^'"/>\\s]*)*?/?>(?: *\\n{2,}|\\s*$))`).replace("comment",ii).replace(/tag/g,"(?!(?:a|em|strong|small|s|cite|q|dfn|abbr|data|time|code|var|samp|kbd|sub|sup|i|b|u|mark|ruby|rt|rp|bdi|bdo|span|br|wbr|ins|del|img)\\b)\\w+(?!:|[^\\w\\s@]*@)\\b").getRegex(),def:/^ *\[([^\]]+)\]: *<?([^\s>]+)>?(?: +(["(][^\n]+[")]))? *(?:\n+|$)/,heading:/^(#{1,6})(.*)(?:\n+|$)/,fences:Fe,lheading:/^(.+?)\n {0,3}(=+|-+) *(?:\n+|$)/,paragraph:k(ni).replace("hr",er).replace("heading",` *#{1,6} *[^
]`).replace("|table","").replace("blockquote"," {0,3}>").replace("|fences","").replace("|list","").replace("|html","").replace("|tag","").replace("lheading",wu).getRegex()},gh=/^\\([!"#$%&'()*+,\-./:;<=>?@\[\]\\^_`{|}~])/,xh=/^(`+)([^`]|[^`][\s\S]*?[^`])\1(?!`)/,ku=/^( {2,}|\\)\n(?!\s*$)[ \t]*/,yh=/^(`+|[^`])(?:(?= {2,}\n)|[\s\S]*?(?:(?=[\\<!\[`*_]|\b_|$)|[^ ](?= {2,}\n)))/,re=/[\p{P}\p{S}]/u,nt=/[\s\p{P}\p{S}]/u,rr=/[^\s\p{P}\p{S}]/u,bh=k(/^((?![*_])punctSpace)/,"u").replace(/punctSpace/g,nt).getRegex(),wh=/[\p{Pi}\p{Ps}"']/u,Su=/(?!~)[\p{P}\p{S}]/u,vh=/(?!~)[\s\p{P}\p{S}]/u,kh=/(?:[^\s\p{P}\p{S}]|~)/u,Sh=k(/link|precode-code|html/,"g").replace("link",/\[(?:[^\[\]`]|(?<a>`+)[^`]+\k<a>(?!`))*?\]\((?:\\[\s\S]|[^\\\(\)]|\((?:\\[\s\S]|[^\\\(\)])*\))*\)/).replace("precode-",yu?"(?<!`)()":"(^^|[^`])").replace("code",/(?<b>`+)[^`]+\k<b>(?!`)/).replace("html",/<(?! )[^<>]*?>/).getRegex(),Cu=/^(?:\*+(?:((?!\*)punct)|([^\s*]))?)|^_+(?:((?!_)punct)|([^\s_]))?/,Ch=k(Cu,"u").replace(/punct/g,re).getRegex(),Th=k(Cu,"u").replace(/punct/g,Su).getRegex(),$h=/^(?:\*+(?:((?!\*)(?!openQuote)punct)|([^\s*]))?)|^_+(?:((?!_)(?!openQuote)punct)|([^\s_]))?/,Eh=k($h,"u").replace(/openQuote/g,wh).replace(/punct/g,re).getRegex(),Tu="^[^_*]*?__[^_*]*?\\*[^_*]*?(?=__)|[^*]+(?=[^*])|(?!\\*)punct(\\*+)(?=[\\s]|$)|notPunctSpace(\\*+)(?!\\*)(?=punctSpace|$)|(?!\\*)punctSpace(\\*+)(?=notPunctSpace)|[\\s](\\*+)(?!\\*)(?=punct)|(?!\\*)punct(\\*+)(?!\\*)(?=punct)|notPunctSpace(\\*+)(?=notPunctSpace)",Ah=k(Tu,"gu").replace(/notPunctSpace/g,rr).replace(/punctSpace/g,nt).replace(/punct/g,re).getRegex(),Mh=k(Tu,"gu").replace(/notPunctSpace/g,kh).replace(/punctSpace/g,vh).replace(/punct/g,Su).getRegex(),Rh="^[^_*]*?__[^_*]*?\\*[^_*]*?(?=__)|[^*]+(?=[^*])|(?!\\*)punct(\\*+)(?=[\\s]|$)|notPunctSpace(\\*+)(?!\\*)(?=punctSpace|$)|(?!\\*)[\\s](\\*+)(?=notPunctSpace)|[\\s](\\*+)(?!\\*)(?=punct)|(?!\\*)punct(\\*+)(?!\\*)(?=punct)|(?:(?!\\*)punct|notPunctSpace)(\\*+)(?!\\*)(?=notPunctSpace)",Lh=k(Rh,"gu").replace(/notPunctSpace/g,rr).replace(/punctSpace/g,nt).replace(/punct/g,re).getRegex(),Ph=k("^[^_*]*?\\*\\*[^_*]*?_[^_*]*?(?=\\*\\*)|[^_]+(?=[^_])|(?!_)punct(_+)(?=[\\s]|$)|notPunctSpace(_+)(?!_)(?=punctSpace|$)|(?!_)punctSpace(_+)(?=notPunctSpace)|[\\s](_+)(?!_)(?=punct)|(?!_)punct(_+)(?!_)(?=punct)","gu").replace(/notPunctSpace/g,rr).replace(/punctSpace/g,nt).replace(/punct/g,re).getRegex(),Oh="^[^_*]*?\\*\\*[^_*]*?_[^_*]*?(?=\\*\\*)|[^_]+(?=[^_])|(?!_)punct(_+)(?=[\\s]|$)|notPunctSpace(_+)(?!_)(?=punctSpace|$)|(?!_)[\\s](_+)(?=notPunctSpace)|[\\s](_+)(?!_)(?=punct)|(?!_)punct(_+)(?!_)(?=punct)|(?:(?!_)punct|notPunctSpace)(_+)(?!_)(?=notPunctSpace)",Ih=k(Oh,"gu").replace(/notPunctSpace/g,rr).replace(/punctSpace/g,nt).replace(/punct/g,re).getRegex(),_h=k(/^~~?(?:((?!~)punct)|[^\s~])/,"u").replace(/punct/g,re).getRegex(),Dh="^[^~]+(?=[^~])|(?!~)punct(~~?)(?=[\\s]|$)|notPunctSpace(~~?)(?!~)(?=punctSpace|$)|(?!~)punctSpace(~~?)(?=notPunctSpace)|[\\s](~~?)(?!~)(?=punct)|(?!~)punct(~~?)(?!~)(?=punct)|notPunctSpace(~~?)(?=notPunctSpace)",Nh=k(Dh,"gu").replace(/notPunctSpace/g,rr).replace(/punctSpace/g,nt).replace(/punct/g,re).getRegex(),Bh=k(/\\(punct)/,"gu").replace(/punct/g,re).getRegex(),Fh=k(/(`+)(?:[^`]|[^`][\s\S]*?[^`])\1(?!`)|`+|\\(punct)/,"gu").replace(/punct/g,re).getRegex(),Hh=k(/^<(scheme:[^\s\x00-\x1f<>]*|email)>/).replace("scheme",/[a-zA-Z][a-zA-Z0-9+.-]{1,31}/).replace("email",/[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+(@)[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)+(?![-_])/).getRegex(),Uh=k(ii).replace("(?:-->|$)","-->").getRegex(),qh=k("^comment|^</[a-zA-Z][a-zA-Z0-9-]*\\s*>|^<[a-zA-Z][a-zA-Z0-9-]*(?:attribute)*?\\s*/?>|^<\\?[\\s\\S]*?\\?>|^<![a-zA-Z]+\\s[\\s\\S]*?>|^<!\\[CDATA\\[[\\s\\S]*?\\]\\]>").replace("comment",Uh).replace("attribute",/\s+[a-zA-Z:_][\w.:-]*(?:\s*=\s*"[^"]*"|\s*=\s*'[^']*'|\s*=\s*[^\s"'=<>`]+)?/).getRegex(),$u=/\[(?:\\[\s\S]|[^\[\]\\])*\]/,la=k(/(?:\[(?:brackets|\\[\s\S]|[^\[\]\\])*\]|\\[\s\S]|`+(?!`)[^`]*?`+(?!`)|``+(?=\])|[^\[\]\\`])*?/).replace("brackets",$u).getRegex(),Wh=k(/^!?\[(label)\]\([ \t\n]*(href)(?:(?:[ \t]+(?:\n[ \t]*)?|\n[ \t]*)(title))?[ \t\n]*\)/).replace("label",la).replace("href",/<(?:\\.|[^\n<>\\])*>|(?!<)[^ \t\n\x00-\x1f]+|(?=\))/).replace("title",/"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'|\((?:\\[\s\S]|[^)\\])*\)/).getRegex(),zh=k(/^!?\[(label)\]\[(ref)\]/).replace("label",la).replace("ref",si).getRegex(),Gh=k(/^!?\[(ref)\](?:\[\])?/).replace("ref",si).getRegex(),lu=/(?!\s*\])(?:\\[\s\S]|[^\[\]\\]){1,999}/,Vh=k(/(?:[^\[\]\\`]*(?:\[(?:brackets|\\[\s\S]|[^\[\]\\])*\]|\\[\s\S]|`+(?!`)[^`]*?`+(?!`)|``+(?=\]))){0,999}?[^\[\]\\`]*?/).replace("brackets",$u).getRegex(),jh=k("reflink|nolink(?!\\()","g").replace("reflink",k(/^!?\[(label)\]\[(ref)\]/).replace("label",Vh).replace("ref",lu).getRegex()).replace("nolink",k(/^!?\[(ref)\](?:\[\])?/).replace("ref",lu).getRegex()).getRegex(),du=/[hH][tT][tT][pP][sS]?|[fF][tT][pP]/,Kh=/[A-Za-z0-9._+-]+@[a-zA-Z0-9-_]+(?:\.[a-zA-Z0-9-_]*[a-zA-Z0-9])+(?![\w-])/,Xh=k(/(?:mailto:email|xmpp:email(?:\/[A-Za-z0-9@.]+)?)/).replace(/email/g,Kh).getRegex(),di={_backpedal:Fe,anyPunctuation:Bh,anyPunctuationOutsideCode:Fh,autolink:Hh,blockSkip:Sh,br:ku,code:xh,del:Fe,delLDelim:Fe,delRDelim:Fe,emStrongLDelim:Ch,emStrongRDelimAst:Ah,emStrongRDelimUnd:Ph,escape:gh,link:Wh,nolink:Gh,punctuation:bh,reflink:zh,reflinkSearch:jh,tag:qh,text:yh,url:Fe},Zh={...di,emStrongLDelim:Eh,emStrongRDelimAst:Lh,emStrongRDelimUnd:Ih,link:k(/^!?\[(label)\]\((.*?)\)/).replace("label",la).getRegex(),reflink:k(/^!?\[(label)\]\s*\[([^\]]*)\]/).replace("label",la).getRegex()},Ys={...di,emStrongRDelimAst:Mh,emStrongLDelim:Th,delLDelim:_h,delRDelim:Nh,url:k(/^emailProtocol|^((?:protocol):\/\/|www\.)(?:[a-zA-Z0-9\-]+\.?)+[^\s<]*|^email/).replace("emailProtocol",Xh).replace("protocol",du).replace("email",/[A-Za-z0-9._+-]+(@)[a-zA-Z0-9-_]+(?:\.[a-zA-Z0-9-_]*[a-zA-Z0-9])+(?![\w-])/).getRegex(),_backpedal:/(?:[^?!.,:;*_'"~()&]+|\([^)]*\)|&(?![a-zA-Z0-9]+;$)|[?!.,:;*_'"~)]+(?!$))+/,del:/^(~~?)(?=[^\s~])((?:\\[\s\S]|[^\\])*?(?:\\[\s\S]|[^\s~\\]))\1(?=[^~]|$)/,text:k(/^(?:[^a-zA-Z0-9](?=emailProtocol)|(`+|~+|[^`~])(?:(?=[`~])|(?= {2,}\n)|(?=[a-zA-Z0-9.!#$%&'*+\/=?_`{\|}~-]+@)|[\s\S]*?(?:(?=[\\<!\[`*~_]|\b_|protocol:\/\/|wwwStart|$)|[^ ](?= {2,}\n)|[^a-zA-Z0-9](?=emailProtocol)|[^a-zA-Z0-9.!#$%&'*+\/=?_`{\|}~-](?=[a-zA-Z0-9.!#$%&'*+\/=?_`{\|}~-]+@))))/).replace("protocol",du).replace(/emailProtocol/g,/(?:mailto|xmpp):/).replace("wwwStart",yu?"(?<![^\\s*_~(])www\\.":"www\\.").getRegex()},Jh={...Ys,br:k(ku).replace("{2,}","*").getRegex(),text:k(Ys.text).replace("\\b_","\\b_| {2,}\\n").replace(/\{2,\}/g,"*").getRegex()},sa={normal:li,gfm:mh,pedantic:hh},Qt={normal:di,gfm:Ys,breaks:Jh,pedantic:Zh},Qh={"&":"&amp;","<":"&lt;",">":"&gt;",'"':"&quot;","'":"&#39;"},uu=r=>Qh[r];function G(r,e){if(e){if(H.escapeTest.test(r))return r.replace(H.escapeReplace,uu)}else if(H.escapeTestNoEncode.test(r))return r.replace(H.escapeReplaceNoEncode,uu);return r}function Yh(r){return H.numericCharacterReference.test(r)?r.replace(H.numericCharacterReferenceOrAmpersand,(e,t,o)=>{if(t===void 0&&o===void 0)return"&amp;";let a=t===void 0?Number.parseInt(o,16):Number.parseInt(t,10);return a===0||a>1114111||a>=55296&&a<=57343?"�":a===38?"&amp;":String.fromCodePoint(a)}):r}function pu(r){try{r=encodeURI(r).replace(H.percentDecode,"%")}catch{return null}return r}function cu(r,e){let t=r.replace(H.findPipe,(n,s,i)=>{let l=!1,p=s;for(;--p>=0&&i[p]==="\\";)l=!l;return l?"|":" |"}),o=t.split(H.splitPipe),a=0;if(o[0].trim()||o.shift(),o.length>0&&!o.at(-1)?.trim()&&o.pop(),e)if(o.length>e)o.splice(e);else for(;o.length<e;)o.push("");for(;a<o.length;a++)o[a]=o[a].trim().replace(H.slashPipe,"|");return o}function ue(r,e,t){let o=r.length;if(o===0)return"";let a=0;for(;a<o;){let n=r.charAt(o-a-1);if(n===e&&!t)a++;else if(n!==e&&t)a++;else break}return r.slice(0,o-a)}function fu(r){let e=r.split(`
`),t=e.length-1;for(;t>=0&&H.blankLine.test(e[t]);)t--;return e.length-t<=2?r:e.slice(0,t+1).join(`
`)}function da(r){return r.trim().replace(H.multipleSpaceGlobal," ").toLowerCase().toUpperCase().toLowerCase()}function mu(r,e){if(r.indexOf(e[0])===-1&&r.indexOf(e[1])===-1)return-1;let t=0;for(let o=0;o<r.length;o++)if(r[o]==="\\")o++;else if(r[o]===e[0])t++;else if(r[o]===e[1]&&(t--,t<0))return o;return t>0?-2:-1}var at=new WeakMap;function ui(r){let e={"*":-1,_:-1},t=-1,o=r.length;for(let a=0;a<o;a++){let n=r[a];if(n!=="*"&&n!=="_"&&n!=="~")continue;let s=a===0?`
`:r[a-1],i=a+1;for(;i<o&&r[i]===n;)i++;s!==" "&&s!=="	"&&s!==`
`&&s!=="\r"&&s!=="\f"&&(n==="~"?t=a:e[n]=a),a=i-1}return{maskedSrc:r,lastPossibleEmStrongCloserIndex:e,lastPossibleDelCloserIndex:t}}function eg(r,e){let t=ui(e),o=at.get(r);o?o.push(t):at.set(r,[t])}function tg(r){let e=at.get(r);e&&(e.pop(),e.length===0&&at.delete(r))}function Eu(r,e,t){let o=at.get(r)?.at(-1);return o&&o.maskedSrc===e?o.lastPossibleEmStrongCloserIndex[t]:ui(e).lastPossibleEmStrongCloserIndex[t]}function Au(r,e){let t=at.get(r)?.at(-1);return t&&t.maskedSrc===e?t.lastPossibleDelCloserIndex:ui(e).lastPossibleDelCloserIndex}function ia(r,e=0){let t=e,o="";for(let a of r)if(a==="	"){let n=4-t%4;o+=" ".repeat(n),t+=n}else o+=a,t++;return o}function rg(r,e){let t="";for(let o=0;o<r.length;o++){if(r[o]==="`"){let a=e.inline.code.exec(r.slice(o));if(a){t+=a[0],o+=a[0].length-1;continue}}if(r[o]==="\\"&&(r[o+1]==="["||r[o+1]==="]")){t+=r[o+1],o++;continue}t+=r[o]}return t}function hu(r,e,t,o,a){let n=e.href,s=e.title||null,i=rg(r[1],a),l=r[0].charAt(0)==="!",p=o.state.inLink,c=o.state.linkEmitted,f=o.state.inRawBlock;o.state.inLink=!0,o.state.linkEmitted=!1;let m=o.inlineTokens(i),h=o.state.linkEmitted;if(o.state.linkEmitted=c,o.state.inLink=p,!l){if(h){o.state.inRawBlock=f;return}o.state.linkEmitted=!0}return{type:l?"image":"link",raw:t,href:n,title:s,text:i,tokens:m}}function og(r,e,t){let o=r.match(t.other.indentCodeCompensation);if(o===null)return e;let a=o[1];return e.split(`
`).map(n=>{let s=n.match(t.other.beginningSpace);if(s===null)return n;let[i]=s;return n.slice(Math.min(i.length,a.length))}).join(`
`)}function gu(r,e,t,o){if(!e.includes("<"))return!1;for(let a=0;a<e.length;a++){if(e[a]==="\\"){a++;continue}if(e[a]==="`"){let i=o.inline.code.exec(e.slice(a));if(i){a+=i[0].length-1;continue}}if(e[a]!=="<")continue;let n=r.slice(t+a),s=o.inline.tag.exec(n)||o.inline.autolink.exec(n);if(s){if(s[0].length>e.length-a)return!0;a+=s[0].length-1}}return!1}var He=class{options;rules;lexer;constructor(r){this.options=r||qe}space(r){let e=this.rules.block.newline.exec(r);if(e&&e[0].length>0)return{type:"space",raw:e[0]}}code(r){let e=this.rules.block.code.exec(r);if(e){let t=this.options.pedantic?e[0]:fu(e[0]),o=t.replace(this.rules.other.codeRemoveIndent,"");return{type:"code",raw:t,codeBlockStyle:"indented",text:o}}}fences(r){let e=this.rules.block.fences.exec(r);if(e){let t=e[0],o=og(t,e[3]||"",this.rules);return e[3]!==void 0&&(o===""||o.endsWith(`
`))&&(o+=`
`),{type:"code",raw:t,lang:e[2]?e[2].trim().replace(this.rules.inline.anyPunctuation,"$1"):e[2],text:o}}}heading(r){let e=this.rules.block.heading.exec(r);if(e){let t=e[2].trim();if(this.rules.other.endingHash.test(t)){let o=ue(t,"#");(this.options.pedantic||!o||this.rules.other.endingSpaceTabChar.test(o))&&(t=o.trim())}return{type:"heading",raw:ue(e[0],`
`),depth:e[1].length,text:t,tokens:this.lexer.inline(t)}}}hr(r){let e=this.rules.block.hr.exec(r);if(e)return{type:"hr",raw:ue(e[0],`
`)}}blockquote(r){let e=this.rules.block.blockquote.exec(r);if(e){let t=ue(e[0],`
`).split(`
`),o="",a="",n=[];for(;t.length>0;){let s=!1,i=[],l;for(l=0;l<t.length;l++)if(this.rules.other.blockquoteStart.test(t[l]))i.push(t[l]),s=!0;else if(!s)i.push(t[l]);else break;t=t.slice(l);let p=i.join(`
`),c=p.replace(this.rules.other.blockquoteMarkerWhitespace,(h,x,A)=>A.startsWith(" ")?x+" "+A.slice(1):x+ia(A,x.length)).replace(this.rules.other.blockquoteSetextReplace,`
    $1`).replace(this.rules.other.blockquoteSetextReplace2,"");o=o?`${o}
${p}`:p,a=a?`${a}
${c}`:c;let f=this.lexer.state.top;if(this.lexer.state.top=!0,this.lexer.blockTokens(c,n,!0),this.lexer.state.top=f,t.length===0)break;let m=n.at(-1);if(m?.type==="code"||m?.type==="heading"||m?.type==="hr"||m?.type==="html"||m?.type==="table")break;if(m?.type==="blockquote"){let h=m,x=t.join(`
`),A=h.raw+`
`+x.replace(this.rules.other.blockquoteSetextReplace2,""),T=this.blockquote(A);n[n.length-1]=T;let P=A.substring(T.raw.length).replace(/^\n/,""),ae=P?P.split(`
`).length:0,N=ae?t.slice(0,-ae):t;if(N.length>0&&(o=`${o}
${N.join(`
`)}`),a=a.substring(0,a.length-h.text.length)+T.text,t=t.slice(N.length),t.length>0&&this.rules.other.blockquoteStart.test(t[0]))continue;break}else if(m?.type==="list"){let h=m,x=h.raw+`
`+t.join(`
`),A=this.list(x);n[n.length-1]=A;let T=A.raw.length>h.raw.length?x.slice(h.raw.length+1,A.raw.length).split(`
`).length:0;if(T>0){let P=t.slice(0,T).join(`
`);o=`${o}
${P}`,a=`${a}
${P}`}if(t=t.slice(T),t.length>0&&!this.rules.other.blockquoteStart.test(t[0]))break;continue}}return{type:"blockquote",raw:o,tokens:n,text:a}}}list(r){let e=this.rules.block.list.exec(r);if(e){if(!this.options.pedantic&&this.lexer.state.lastToken?.type==="text"&&!this.rules.other.listInterruptsParagraph.test(r))return;let t=r,o=()=>t.length-r.length,a=e[1].trim(),n=a.length>1,s={type:"list",raw:"",ordered:n,start:n?+a.slice(0,-1):"",loose:!1,items:[]};a=n?`\\d{1,9}\\${a.slice(-1)}`:`\\${a}`,this.options.pedantic&&(a=n?a:"[*+-]");let i=this.rules.other.listItemRegex(a),l=!1;for(;r;){let f=!1,m="";if(!(e=i.exec(r))||this.rules.block.hr.test(r))break;let h=o();r=r.substring(e[0].length);let x=e[2].split(`
`,1)[0],A=e[1].length,T=this.options.pedantic?ia(x,A):x.replace(this.rules.other.leadingSpaceTab,Ge=>ia(Ge,A)),P=r.split(`
`,1)[0],ae=!T.trim(),N=0;if(this.options.pedantic?(N=2,m=T.trimStart()):ae?N=A+1:(N=T.search(this.rules.other.nonSpaceChar),N=N>4?1:N,m=T.slice(N),N+=A),ae&&this.rules.other.blankLine.test(P)&&(r=r.substring(P.length+1),f=!0),!f){let Ge=this.rules.other.nextBulletRegex(N),bt=this.rules.other.hrRegex(N),fr=this.rules.other.fencesBeginRegex(N),Me=this.options.pedantic?this.rules.other.pedanticHeadingBeginRegex(N):this.rules.other.headingBeginRegex(N),wt=this.rules.other.htmlBeginRegex(N),mr=this.rules.other.blockquoteBeginRegex(N),Ua=!1;for(;r;){let Hi=r.split(`
`,1)[0],Ve;if(P=Hi,this.options.pedantic?(P=P.replace(this.rules.other.listReplaceNesting,"  "),Ve=P):Ve=P.replace(this.rules.other.leadingSpaceTab,K=>ia(K)),fr.test(P)||Me.test(P)||wt.test(P)||mr.test(P)||Ge.test(P)||bt.test(P))break;if(Ve.search(this.rules.other.nonSpaceChar)>=N||!P.trim())m+=`
`+Ve.slice(N),Ua=!1;else{if(ae)break;let K=T;if(!this.options.pedantic&&!m.includes(`
`)&&!T.includes("	")){let je;for(;!bt.test(K)&&(je=this.rules.other.nestedBlockMarker.exec(K));)K=K.slice(je[0].length);if(!K.trim())break}if(K.replace(this.rules.other.tabCharGlobal,"    ").search(this.rules.other.nonSpaceChar)>=4||fr.test(K)||Me.test(K)||wt.test(K)||bt.test(K))break;if(!this.options.pedantic&&!Ua){let je=T.replace(this.rules.other.nestedContainerMarkers,"");if(this.rules.block.fences.test(je)||this.rules.block.heading.test(je)||this.rules.block.hr.test(je))break}let af=!this.options.pedantic&&/^ {0,3}(?:=+|-+) *$/.test(P)&&this.rules.block.lheading.test(`${T}
${P}`)?`    ${Ve.replace(/^ {0,3}/,"")}`:P;m+=`
`+af,Ua=!0}ae=!P.trim(),r=r.substring(Hi.length+1),T=Ve.slice(N)}}let yt=t.slice(h,o());s.loose||(l?s.loose=!0:this.rules.other.doubleBlankLine.test(yt)&&(l=!0)),s.items.push({type:"list_item",raw:yt,task:!!this.options.gfm&&this.rules.other.listIsTask.test(m),loose:!1,text:m,tokens:[]})}let p=s.items.at(-1);if(p)p.raw=p.raw.trimEnd(),p.text=p.text.trimEnd();else return;s.raw=t.slice(0,o()).trimEnd();let c=[];for(let f of s.items)if(this.lexer.state.top=!1,c.push(this.lexer.inlineQueue.length),f.tokens=this.lexer.blockTokens(f.text,[]),!s.loose){let m=f.tokens.filter(x=>x.type==="space"),h=m.length>0&&m.some(x=>this.rules.other.anyLine.test(x.raw));s.loose=h}for(let f=0;f<s.items.length;f++){let m=s.items[f],h=m.tokens[0];if(m.task&&(h?.type==="text"||h?.type==="paragraph")){m.text=m.text.replace(this.rules.other.listReplaceTask,""),h.raw=h.raw.replace(this.rules.other.listReplaceTask,""),h.text=h.text.replace(this.rules.other.listReplaceTask,"");let x=this.lexer.inlineQueue;for(let T=c[f];T<x.length;T++)if(x[T].tokens===h.tokens){x[T].src=x[T].src.replace(this.rules.other.listReplaceTask,"");break}let A=this.rules.other.listTaskCheckbox.exec(m.raw);if(A){let T={type:"checkbox",raw:A[0]+" ",checked:A[0]!=="[ ]"};m.checked=T.checked,s.loose?m.tokens[0]&&["paragraph","text"].includes(m.tokens[0].type)&&"tokens"in m.tokens[0]&&m.tokens[0].tokens?(m.tokens[0].raw=T.raw+m.tokens[0].raw,m.tokens[0].text=T.raw+m.tokens[0].text,m.tokens[0].tokens.unshift(T)):m.tokens.unshift({type:"paragraph",raw:T.raw,text:T.raw,tokens:[T]}):m.tokens.unshift(T)}}else m.task&&(m.task=!1)}if(s.loose)for(let f of s.items){f.loose=!0;for(let m of f.tokens)m.type==="text"&&(m.type="paragraph")}return s}}html(r){let e=this.rules.block.html.exec(r);if(e){if(this.lexer.state.lastToken?.type==="paragraph"&&!this.rules.other.htmlBeginRegex(4).test(r))return;let t=fu(e[0]);return{type:"html",block:!0,raw:t,pre:e[1]==="pre"||e[1]==="script"||e[1]==="style",text:t}}}def(r){let e=this.rules.block.def.exec(r);if(e){if(!this.rules.other.startAngleBracket.test(e[2])&&mu(e[2],"()")!==-1)return;let t=da(e[1]),o=e[2]?e[2].replace(this.rules.other.hrefBrackets,"$1").replace(this.rules.inline.anyPunctuation,"$1"):"",a=e[3]?e[3].substring(1,e[3].length-1).replace(this.rules.inline.anyPunctuation,"$1"):e[3];return{type:"def",tag:t,raw:ue(e[0],`
`),href:o,title:a}}}table(r){let e=this.rules.block.table.exec(r);if(!e||!this.rules.other.tableDelimiter.test(e[2]))return;let t=cu(e[1]),o=e[2].replace(this.rules.other.tableAlignChars,"").split("|"),a=e[3]?.trim()?e[3].replace(this.rules.other.tableRowBlankLine,"").split(`
`):[],n={type:"table",raw:ue(e[0],`
`),header:[],align:[],rows:[]};if(t.length===o.length){for(let s of o)this.rules.other.tableAlignRight.test(s)?n.align.push("right"):this.rules.other.tableAlignCenter.test(s)?n.align.push("center"):this.rules.other.tableAlignLeft.test(s)?n.align.push("left"):n.align.push(null);for(let s=0;s<t.length;s++)n.header.push({text:t[s],tokens:this.lexer.inline(t[s]),header:!0,align:n.align[s]});for(let s of a)n.rows.push(cu(s,n.header.length).map((i,l)=>({text:i,tokens:this.lexer.inline(i),header:!1,align:n.align[l]})));return n}}lheading(r){let e=this.rules.block.lheading.exec(r);if(e){let t=e[1].trim();return{type:"heading",raw:ue(e[0],`
`),depth:e[2].charAt(0)==="="?1:2,text:t,tokens:this.lexer.inline(t)}}}paragraph(r){let e=this.rules.block.paragraph.exec(r);if(e){let t=e[1].charAt(e[1].length-1)===`
`?e[1].slice(0,-1):e[1];return{type:"paragraph",raw:e[0],text:t,tokens:this.lexer.inline(t)}}}text(r){let e=this.rules.block.text.exec(r);if(e)return{type:"text",raw:e[0],text:e[0],tokens:this.lexer.inline(e[0])}}escape(r){if(r.charCodeAt(0)!==92)return;let e=this.rules.inline.escape.exec(r);if(e)return{type:"escape",raw:e[0],text:e[1]}}tag(r){if(r.charCodeAt(0)!==60)return;let e=this.rules.inline.tag.exec(r);if(e)return!this.lexer.state.inLink&&this.rules.other.startATag.test(e[0])?this.lexer.state.inLink=!0:this.lexer.state.inLink&&this.rules.other.endATag.test(e[0])&&(this.lexer.state.inLink=!1),!this.lexer.state.inRawBlock&&this.rules.other.startPreScriptTag.test(e[0])?this.lexer.state.inRawBlock=!0:this.lexer.state.inRawBlock&&this.rules.other.endPreScriptTag.test(e[0])&&(this.lexer.state.inRawBlock=!1),{type:"html",raw:e[0],inLink:this.lexer.state.inLink,inRawBlock:this.lexer.state.inRawBlock,block:!1,text:e[0]}}link(r){if(this.lexer.state.linkParenPossible===!1)return;let e=r.charCodeAt(0);if(e!==91&&e!==33)return;let t=this.rules.inline.link.exec(r);if(t){let o=t[0].charAt(0)==="!"?2:1;if(!this.options.pedantic&&gu(r,t[1],o,this.rules))return;let a=t[2].trim();if(!this.options.pedantic&&this.rules.other.startAngleBracket.test(a)){if(!this.rules.other.endAngleBracket.test(a))return;let l=ue(a.slice(0,-1),"\\");if((a.length-l.length)%2===0)return}else{let l=mu(t[2],"()");if(l===-2)return;if(l>-1){let p=(t[0].indexOf("!")===0?5:4)+t[1].length+l;t[2]=t[2].substring(0,l),t[0]=t[0].substring(0,p).trim(),t[3]=""}}let n=ue(t[0].slice(0,-1),"\\");if((t[0].length-n.length)%2===0)return;let s=t[2],i="";if(this.options.pedantic){let l=this.rules.other.pedanticHrefTitle.exec(s);l&&(s=l[1],i=l[3])}else i=t[3]?t[3].slice(1,-1):"";return s=s.trim(),this.rules.other.startAngleBracket.test(s)&&(this.options.pedantic&&!this.rules.other.endAngleBracket.test(a)?s=s.slice(1):s=s.slice(1,-1)),hu(t,{href:s&&s.replace(this.rules.inline.anyPunctuation,"$1"),title:i&&i.replace(this.rules.inline.anyPunctuation,"$1")},t[0],this.lexer,this.rules)}}reflink(r,e){let t=r.charCodeAt(0);if(t!==91&&t!==33)return;let o;if((o=this.rules.inline.reflink.exec(r))||(o=this.rules.inline.nolink.exec(r))){let a=o[0].charAt(0)==="!"?2:1;if(!this.options.pedantic&&gu(r,o[1],a,this.rules))return;let n=e[da(o[2]||o[1])];if(!n){let s=o[0].charAt(0);return{type:"text",raw:s,text:s}}return hu(o,n,o[0],this.lexer,this.rules)}}emStrong(r,e,t=""){let o=this.rules.inline.emStrongLDelim.exec(r);if(!o||!o[1]&&!o[2]&&!o[3]&&!o[4])return;let a=o[0][0],n=t===a,s=e.length-r.length,i=s;for(;!this.options.pedantic&&i>0&&e[i-1]===a;)i--;let l=[...e.slice(Math.max(0,i-2),i)].at(-1)??"",p=l==="*"||l==="_"||!!this.rules.inline.punctuation.exec(l);i<s&&(t=l);let c=i<s?p:t==="*"||t==="_"||!!this.rules.inline.punctuation.exec(t);if(o[4]&&t.match(this.rules.other.unicodeAlphaNumeric))return;let f=o[1]||o[3]||"";if(!f||!t||c){let m=[...o[0]].length-1,h,x,A=m,T=0,P=s-i+m,ae=!this.options.pedantic&&!!l.trim()&&(!!f||a==="*"&&!p);if(a!=="*"&&a!=="_")return;let N=a==="*"?this.rules.inline.emStrongRDelimAst:this.rules.inline.emStrongRDelimUnd,yt=Eu(this,e,a),Ge=e.length-r.length+m;if(yt<Ge)return;e=e.slice(-1*r.length+m);let bt=yt-Ge;for(N.lastIndex=0;(o=N.exec(e))!==null&&!(o.index>bt);){if(h=o[1]||o[2]||o[3]||o[4]||o[5]||o[6],!h)continue;if(x=[...h].length,o[3]||o[4]){A+=x;continue}else if((o[5]||o[6]||ae)&&P%3&&!((P+x)%3)){if(n&&(o[5]||o[6]))break;T+=x;continue}if(A-=x,A>0)continue;x=Math.min(x,x+A+T);let fr=[...o[0]][0].length,Me=r.slice(0,m+o.index+fr+x);if(Math.min(m,x)%2){let mr=Me.slice(1,-1);return{type:"em",raw:Me,text:mr,tokens:this.lexer.inlineTokens(mr)}}let wt=Me.slice(2,-2);return{type:"strong",raw:Me,text:wt,tokens:this.lexer.inlineTokens(wt)}}}}codespan(r){if(r.charCodeAt(0)!==96)return;let e=this.rules.inline.code.exec(r);if(e){let t=e[2].replace(this.rules.other.newLineCharGlobal," "),o=this.rules.other.nonSpaceChar.test(t),a=this.rules.other.startingSpaceChar.test(t)&&this.rules.other.endingSpaceChar.test(t);return o&&a&&(t=t.substring(1,t.length-1)),{type:"codespan",raw:e[0],text:t}}}br(r){let e=r.charCodeAt(0);if(e!==32&&e!==92&&e!==10)return;let t=this.rules.inline.br.exec(r);if(t)return{type:"br",raw:t[0]}}del(r,e,t=""){if(r.charCodeAt(0)!==126)return;let o=this.rules.inline.delLDelim.exec(r);if(o&&(!o[1]||!t||this.rules.inline.punctuation.exec(t))){let a=[...o[0]].length-1,n,s,i=a,l=this.rules.inline.delRDelim,p=Au(this,e),c=e.length-r.length+a;if(p<c)return;e=e.slice(-1*r.length+a);let f=p-c;for(l.lastIndex=0;(o=l.exec(e))!==null&&!(o.index>f);){if(n=o[1]||o[2]||o[3]||o[4]||o[5]||o[6],!n||(s=[...n].length,s!==a))continue;if(o[3]||o[4]){i+=s;continue}if(i-=s,i>0)continue;s=Math.min(s,s+i);let m=[...o[0]][0].length,h=r.slice(0,a+o.index+m+s),x=h.slice(a,-a);return{type:"del",raw:h,text:x,tokens:this.lexer.inlineTokens(x)}}}}autolink(r){if(r.charCodeAt(0)!==60)return;let e=this.rules.inline.autolink.exec(r);if(e){let t,o;return e[2]==="@"?(t=e[1],o="mailto:"+t):(t=e[1],o=t),{type:"link",raw:e[0],text:t,href:o,autolink:!0,tokens:[{type:"text",raw:t,text:t}]}}}url(r){let e;if(e=this.rules.inline.url.exec(r)){let t,o;if(e[2]==="@")t=e[0],o="mailto:"+t;else{let a;do a=e[0],e[0]=this.rules.inline._backpedal.exec(e[0])?.[0]??"";while(a!==e[0]);t=e[0],e[1]==="www."?o="http://"+e[0]:o=e[0]}return{type:"link",raw:e[0],text:t,href:o,autolink:!0,tokens:[{type:"text",raw:t,text:t}]}}}inlineText(r){let e=this.rules.inline.text.exec(r);if(e){let t=this.lexer.state.inRawBlock;return{type:"text",raw:e[0],text:t?e[0]:Yh(e[0]),escaped:t}}}},V=class ei{tokens;options;state;inlineQueue;tokenizer;constructor(e){this.tokens=[],this.tokens.links=Object.create(null),this.options=e||qe,this.options.tokenizer=this.options.tokenizer||new He,this.tokenizer=this.options.tokenizer,this.tokenizer.options=this.options,this.tokenizer.lexer=this,this.inlineQueue=[],this.state={inLink:!1,inRawBlock:!1,linkEmitted:!1,linkParenPossible:!0,top:!0};let t={other:H,block:sa.normal,inline:Qt.normal};this.options.pedantic?(t.block=sa.pedantic,t.inline=Qt.pedantic):this.options.gfm&&(t.block=sa.gfm,this.options.breaks?t.inline=Qt.breaks:t.inline=Qt.gfm),this.tokenizer.rules=t}static get rules(){return{block:sa,inline:Qt}}static lex(e,t){return new ei(t).lex(e)}static lexInline(e,t){return new ei(t).inlineTokens(e)}lex(e){e=e.replace(H.carriageReturn,`
`),this.blockTokens(e,this.tokens);for(let t=0;t<this.inlineQueue.length;t++){let o=this.inlineQueue[t];this.state.inRawBlock=!1,this.inlineTokens(o.src,o.tokens)}return this.inlineQueue=[],this.tokens}blockTokens(e,t=[],o=!1){this.tokenizer.lexer=this;let a=this.state.lastToken;this.options.pedantic&&(e=e.replace(H.tabCharGlobal,"    ").replace(H.spaceLine,""));let n=1/0,s,i=this.options.gfm&&!this.options.pedantic&&this.tokenizer.paragraph===He.prototype.paragraph;for(;e;){if(e.length<n)n=e.length;else{this.infiniteLoopError(e.charCodeAt(0));break}this.state.lastToken=t.at(-1);let l;if(this.options.extensions?.block?.some(c=>(l=c.call({lexer:this},e,t))?(e=e.substring(l.raw.length),t.push(l),!0):!1))continue;if(l=this.tokenizer.space(e)){e=e.substring(l.raw.length);let c=t.at(-1);l.raw.length===1&&c!==void 0?c.raw+=`
`:t.push(l);continue}if(l=this.tokenizer.code(e)){e=e.substring(l.raw.length);let c=t.at(-1);c?.type==="paragraph"||c?.type==="text"?(c.raw+=(c.raw.endsWith(`
`)?"":`
`)+l.raw,c.text+=`
`+l.text,this.inlineQueue.at(-1).src=c.text):t.push(l);continue}if(l=this.tokenizer.fences(e)){e=e.substring(l.raw.length),t.push(l);continue}if(l=this.tokenizer.heading(e)){e=e.substring(l.raw.length),t.push(l);continue}if(l=this.tokenizer.hr(e)){e=e.substring(l.raw.length),t.push(l);continue}if(l=this.tokenizer.blockquote(e)){e=e.substring(l.raw.length),t.push(l);continue}if(l=this.tokenizer.list(e)){e=e.substring(l.raw.length),t.push(l);continue}if(l=this.tokenizer.html(e)){e=e.substring(l.raw.length),t.push(l);continue}if(l=this.tokenizer.def(e)){e=e.substring(l.raw.length);let c=t.at(-1);c?.type==="paragraph"||c?.type==="text"?(c.raw+=(c.raw.endsWith(`
`)?"":`
`)+l.raw,c.text+=`
`+l.raw,this.inlineQueue.at(-1).src=c.text):(this.tokens.links[l.tag]||(this.tokens.links[l.tag]={href:l.href,title:l.title}),t.push(l));continue}if(l=this.tokenizer.table(e)){e=e.substring(l.raw.length),t.push(l);continue}if(l=this.tokenizer.lheading(e)){e=e.substring(l.raw.length),t.push(l);continue}let p=e;if(this.options.extensions?.startBlock){let c=1/0,f=e.slice(1),m;this.options.extensions.startBlock.forEach(h=>{m=h.call({lexer:this},f),typeof m=="number"&&m>=0&&(c=Math.min(c,m))}),c<1/0&&c>=0&&(p=e.substring(0,c+1))}if(this.state.top&&(l=this.tokenizer.paragraph(p))){let c=t.at(-1);(o||c===s&&i)&&c?.type==="paragraph"?(c.raw+=(c.raw.endsWith(`
`)?"":`
`)+l.raw,c.text+=`
`+l.text,this.inlineQueue.pop(),this.inlineQueue.at(-1).src=c.text,s=c):(t.push(l),s=l),o=p.length!==e.length,e=e.substring(l.raw.length);continue}if(l=this.tokenizer.text(e)){e=e.substring(l.raw.length);let c=t.at(-1);c?.type==="text"?(c.raw+=(c.raw.endsWith(`
`)?"":`
`)+l.raw,c.text+=`
`+l.text,this.inlineQueue.pop(),this.inlineQueue.at(-1).src=c.text):t.push(l);continue}if(e){this.infiniteLoopError(e.charCodeAt(0));break}}return this.state.top=!0,this.state.lastToken=a,t}inline(e,t=[]){return this.inlineQueue.push({src:e,tokens:t}),t}linkInText(e){if(!e.includes("["))return!1;let t=this.tokenizer.rules.inline.link;for(let o of e.matchAll(this.tokenizer.rules.inline.blockSkip))if(t.test(o[0])&&e.charAt(o.index-1)!=="!")return!0;for(let o of e.matchAll(this.tokenizer.rules.inline.reflinkSearch)){let a=o[0],n=a.lastIndexOf("[");if(!(a.charAt(0)==="!"||!Object.hasOwn(this.tokens.links,da(a.slice(n+1,-1))))&&!(n>1&&this.linkInText(a.slice(1,n-1))))return!0}return!1}inlineTokens(e,t=[]){this.tokenizer.lexer=this;let o=this.state.linkParenPossible;this.state.linkParenPossible=e.includes(")");try{return this.#e(e,t)}finally{this.state.linkParenPossible=o}}#e(e,t){let o=e.includes("*")||e.includes("_")||e.includes("~"),a=o||this.options.hooks?.emStrongMask||this.tokenizer.emStrong!==He.prototype.emStrong||this.tokenizer.del!==He.prototype.del?this.#o(e):e;if(!o)return this.#t(e,a,t);eg(this.tokenizer,a);try{return this.#t(e,a,t)}finally{tg(this.tokenizer)}}#t(e,t,o){let a=!1,n="",s=1/0;for(;e;){if(e.length<s)s=e.length;else{this.infiniteLoopError(e.charCodeAt(0));break}a||(n=""),a=!1;let i;if(this.options.extensions?.inline?.some(c=>(i=c.call({lexer:this},e,o))?(e=e.substring(i.raw.length),o.push(i),!0):!1))continue;if(i=this.tokenizer.escape(e)){e=e.substring(i.raw.length),o.push(i);continue}if(i=this.tokenizer.tag(e)){e=e.substring(i.raw.length),o.push(i);continue}if(i=this.tokenizer.link(e)){e=e.substring(i.raw.length),o.push(i);continue}if(i=this.tokenizer.reflink(e,this.tokens.links)){e=e.substring(i.raw.length);let c=o.at(-1);i.type==="text"&&c?.type==="text"?(c.raw+=i.raw,c.text+=i.text):o.push(i);continue}let l=e[0];if(l==="*"||l==="_"){let c=t.length-e.length;if(Eu(this.tokenizer,t,l)<=c){let f=1;for(;f<e.length&&e.charCodeAt(f)===l.charCodeAt(0);)f++;let m=e.substring(0,f),h=o.at(-1);h?.type==="text"&&!h.escaped?(h.raw+=m,h.text+=m):o.push({type:"text",raw:m,text:m,escaped:!1}),e=e.substring(f),n=l,a=!0;continue}}else if(l==="~"){let c=t.length-e.length;if(Au(this.tokenizer,t)<=c){let f=1;for(;f<e.length&&e.charCodeAt(f)===126;)f++;let m=e.substring(0,f),h=o.at(-1);h?.type==="text"&&!h.escaped?(h.raw+=m,h.text+=m):o.push({type:"text",raw:m,text:m,escaped:!1}),e=e.substring(f),n=l,a=!0;continue}}if(i=this.tokenizer.emStrong(e,t,n)){e=e.substring(i.raw.length),o.push(i);continue}if(i=this.tokenizer.codespan(e)){e=e.substring(i.raw.length),o.push(i);continue}if(i=this.tokenizer.br(e)){e=e.substring(i.raw.length),o.push(i);continue}if(i=this.tokenizer.del(e,t,n)){e=e.substring(i.raw.length),o.push(i);continue}if(i=this.tokenizer.autolink(e)){e=e.substring(i.raw.length),o.push(i);continue}if(!this.state.inLink&&(i=this.tokenizer.url(e))){e=e.substring(i.raw.length),o.push(i);continue}let p=e;if(this.options.extensions?.startInline){let c=1/0,f=e.slice(1),m;this.options.extensions.startInline.forEach(h=>{m=h.call({lexer:this},f),typeof m=="number"&&m>=0&&(c=Math.min(c,m))}),c<1/0&&c>=0&&(p=e.substring(0,c+1))}if(i=this.tokenizer.inlineText(p)){e=e.substring(i.raw.length),i.raw.slice(-1)!=="_"&&(n=i.raw.slice(-1)),a=!0;let c=o.at(-1);c?.type==="text"?(c.raw+=i.raw,c.text+=i.text):o.push(i);continue}if(e){this.infiniteLoopError(e.charCodeAt(0));break}}return o}#r(e){let{blockSkip:t,tag:o,autolink:a}=this.tokenizer.rules.inline,n="",s=0,i;for(t.lastIndex=0;i=t.exec(e);){let l=i.index+(i[2]?i[2].length:0),p=i.index+i[0].length;if(e.charAt(l)==="<"){let c=e.slice(l),f=o.exec(c)||a.exec(c);if(!f){t.lastIndex=l+1;continue}p=l+f[0].length,t.lastIndex=p}n+=e.slice(s,l)+"["+"a".repeat(p-l-2)+"]",s=p}return n+e.slice(s)}#o(e){let t=e;if(this.tokens.links&&e.includes("[")){let o=this.tokenizer.rules.inline.reflinkSearch,a=n=>{let s=n.lastIndexOf("[");if(!Object.hasOwn(this.tokens.links,da(n.slice(s+1,-1))))return n;if(s>1&&n.charAt(0)!=="!"){let i=n.slice(1,s-1);if(this.linkInText(i))return"["+i.replace(o,a)+"]["+"a".repeat(n.length-s-2)+"]"}return"["+"a".repeat(n.length-2)+"]"};t=t.replace(o,a)}return t=t.replace(this.tokenizer.rules.inline.anyPunctuationOutsideCode,(o,a,n)=>n?"+".repeat(o.length):a?a+o.slice(a.length,-a.length).replace(/`/g,"+")+a:o),t=this.#r(t),t=this.options.hooks?.emStrongMask?.call({lexer:this},t)??t,t}infiniteLoopError(e){let t="Infinite loop on byte: "+e;if(this.options.silent)console.error(t);else throw new Error(t)}},ua=class{options;parser;constructor(r){this.options=r||qe}space(r){return""}code({text:r,lang:e,escaped:t}){let o=(e||"").match(H.notSpaceStart)?.[0],a=r?r.replace(H.endingNewline,"")+`
`:"";return o?'<pre><code class="language-'+G(o)+'">'+(t?a:G(a,!0))+`</code></pre>
`:"<pre><code>"+(t?a:G(a,!0))+`</code></pre>
`}blockquote({tokens:r}){return`<blockquote>
${this.parser.parse(r)}</blockquote>
`}html({text:r}){return r}def(r){return""}heading({tokens:r,depth:e}){return`<h${e}>${this.parser.parseInline(r)}</h${e}>
`}hr(r){return`<hr>
`}list(r){let e=r.ordered,t=r.start,o="";for(let s=0;s<r.items.length;s++){let i=r.items[s];o+=this.listitem(i)}let a=e?"ol":"ul",n=e&&t!==1?' start="'+t+'"':"";return"<"+a+n+`>
`+o+"</"+a+`>
`}listitem(r){return`<li>${this.parser.parse(r.tokens)}</li>
`}checkbox({checked:r}){return"<input "+(r?'checked="" ':"")+'disabled="" type="checkbox"> '}paragraph({tokens:r}){return`<p>${this.parser.parseInline(r)}</p>
`}table(r){let e="",t="";for(let a=0;a<r.header.length;a++)t+=this.tablecell(r.header[a]);e+=this.tablerow({text:t});let o="";for(let a=0;a<r.rows.length;a++){let n=r.rows[a];t="";for(let s=0;s<n.length;s++)t+=this.tablecell(n[s]);o+=this.tablerow({text:t})}return o&&(o=`<tbody>${o}</tbody>`),`<table>
<thead>
`+e+`</thead>
`+o+`</table>
`}tablerow({text:r}){return`<tr>
${r}</tr>
`}tablecell(r){let e=this.parser.parseInline(r.tokens),t=r.header?"th":"td";return(r.align?`<${t} align="${r.align}">`:`<${t}>`)+e+`</${t}>
`}strong({tokens:r}){return`<strong>${this.parser.parseInline(r)}</strong>`}em({tokens:r}){return`<em>${this.parser.parseInline(r)}</em>`}codespan({text:r}){return`<code>${G(r,!0)}</code>`}br(r){return"<br>"}del({tokens:r}){return`<del>${this.parser.parseInline(r)}</del>`}link({href:r,title:e,text:t,tokens:o,autolink:a}){let n=a?G(t,!0):this.parser.parseInline(o),s=pu(r);if(s===null)return n;r=G(s,a);let i='<a href="'+r+'"';return e&&(i+=' title="'+G(e)+'"'),i+=">"+n+"</a>",i}image({href:r,title:e,text:t,tokens:o}){o&&(t=this.parser.parseInline(o,this.parser.textRenderer));let a=pu(r);if(a===null)return G(t);r=a;let n=`<img src="${G(r)}" alt="${G(t)}"`;return e&&(n+=` title="${G(e)}"`),n+=">",n}text(r){return"tokens"in r&&r.tokens?this.parser.parseInline(r.tokens):"escaped"in r&&r.escaped?r.text:G(r.text)}},pi=class{parser;strong({text:r,tokens:e}){return e?this.parser.parseInline(e,this):r}em({text:r,tokens:e}){return e?this.parser.parseInline(e,this):r}codespan({text:r}){return r}del({text:r,tokens:e}){return e?this.parser.parseInline(e,this):r}html({text:r}){return r}text({text:r}){return r}link({text:r,tokens:e}){return e?this.parser.parseInline(e,this):r}image({text:r,tokens:e}){return e?this.parser.parseInline(e,this):r}br(){return`
`}checkbox({raw:r}){return r}},J=class ti{options;renderer;textRenderer;constructor(e){this.options=e||qe,this.options.renderer=this.options.renderer||new ua,this.renderer=this.options.renderer,this.renderer.options=this.options,this.renderer.parser=this,this.textRenderer=new pi,this.textRenderer.parser=this}static parse(e,t){return new ti(t).parse(e)}static parseInline(e,t){return new ti(t).parseInline(e)}parse(e){this.renderer.parser=this;let t="";for(let o=0;o<e.length;o++){let a=e[o];if(this.options.extensions?.renderers?.[a.type]){let s=a,i=this.options.extensions.renderers[s.type].call({parser:this},s);if(i!==!1||!["space","hr","heading","code","table","blockquote","list","checkbox","html","def","paragraph","text"].includes(s.type)){t+=i===!1?"":i??"";continue}}let n=a;switch(n.type){case"space":{t+=this.renderer.space(n);break}case"hr":{t+=this.renderer.hr(n);break}case"heading":{t+=this.renderer.heading(n);break}case"code":{t+=this.renderer.code(n);break}case"table":{t+=this.renderer.table(n);break}case"blockquote":{t+=this.renderer.blockquote(n);break}case"list":{t+=this.renderer.list(n);break}case"checkbox":{t+=this.renderer.checkbox(n);break}case"html":{t+=this.renderer.html(n);break}case"def":{t+=this.renderer.def(n);break}case"paragraph":{t+=this.renderer.paragraph(n);break}case"text":{t+=this.renderer.text(n);break}default:{let s='Token with "'+n.type+'" type was not found.';if(this.options.silent)return console.error(s),"";throw new Error(s)}}}return t}parseInline(e,t=this.renderer){this.renderer.parser=this;let o="";for(let a=0;a<e.length;a++){let n=e[a];if(this.options.extensions?.renderers?.[n.type]){let i=this.options.extensions.renderers[n.type].call({parser:this},n);if(i!==!1||!["escape","html","link","image","checkbox","strong","em","codespan","br","del","text"].includes(n.type)){o+=i===!1?"":i??"";continue}}let s=n;switch(s.type){case"escape":{o+=t.text(s);break}case"html":{o+=t.html(s);break}case"link":{o+=t.link(s);break}case"image":{o+=t.image(s);break}case"checkbox":{o+=t.checkbox(s);break}case"strong":{o+=t.strong(s);break}case"em":{o+=t.em(s);break}case"codespan":{o+=t.codespan(s);break}case"br":{o+=t.br(s);break}case"del":{o+=t.del(s);break}case"text":{o+=t.text(s);break}default:{let i='Token with "'+s.type+'" type was not found.';if(this.options.silent)return console.error(i),"";throw new Error(i)}}}return o}},Yt=class{options;block;constructor(r){this.options=r||qe}static passThroughHooks=new Set(["preprocess","postprocess","processAllTokens","emStrongMask"]);static passThroughHooksRespectAsync=new Set(["preprocess","postprocess","processAllTokens"]);preprocess(r){return r}postprocess(r){return r}processAllTokens(r){return r}emStrongMask(r){return r}provideLexer(r=this.block){return r?V.lex:V.lexInline}provideParser(r=this.block){return r?J.parse:J.parseInline}};function ye(r,e){if(Array.isArray(e))for(let t=0;t<e.length;t++)r.push(e[t]);else r.push(e)}var ag=class{defaults=ri();options=this.setOptions;parse=this.parseMarkdown(!0);parseInline=this.parseMarkdown(!1);Parser=J;Renderer=ua;TextRenderer=pi;Lexer=V;Tokenizer=He;Hooks=Yt;constructor(...r){this.use(...r)}walkTokens(r,e){let t=[];for(let o of r)switch(ye(t,e.call(this,o)),o.type){case"table":{let a=o;for(let n of a.header)ye(t,this.walkTokens(n.tokens,e));for(let n of a.rows)for(let s of n)ye(t,this.walkTokens(s.tokens,e));break}case"list":{let a=o;ye(t,this.walkTokens(a.items,e));break}default:{let a=o;this.defaults.extensions?.childTokens?.[a.type]?this.defaults.extensions.childTokens[a.type].forEach(n=>{let s=a[n].flat(1/0);ye(t,this.walkTokens(s,e))}):a.tokens&&ye(t,this.walkTokens(a.tokens,e))}}return t}use(...r){let e=this.defaults.extensions||{renderers:Object.create(null),childTokens:Object.create(null)};return r.forEach(t=>{let o={...t};if(o.async=this.defaults.async||o.async||!1,t.extensions&&(t.extensions.forEach(a=>{if(!a.name)throw new Error("extension name required");if("renderer"in a){let n=e.renderers[a.name];n?e.renderers[a.name]=function(...s){let i=a.renderer.apply(this,s);return i===!1&&(i=n.apply(this,s)),i}:e.renderers[a.name]=a.renderer}if("tokenizer"in a){if(!a.level||a.level!=="block"&&a.level!=="inline")throw new Error("extension level must be 'block' or 'inline'");let n=e[a.level];n?n.unshift(a.tokenizer):e[a.level]=[a.tokenizer],a.start&&(a.level==="block"?e.startBlock?e.startBlock.push(a.start):e.startBlock=[a.start]:a.level==="inline"&&(e.startInline?e.startInline.push(a.start):e.startInline=[a.start]))}"childTokens"in a&&a.childTokens&&(e.childTokens[a.name]=a.childTokens)}),o.extensions=e),t.renderer){let a=this.defaults.renderer||new ua(this.defaults);for(let n in t.renderer){if(!(n in a))throw new Error(`renderer '${n}' does not exist`);if(["options","parser"].includes(n))continue;let s=n,i=t.renderer[s],l=a[s];a[s]=(...p)=>{let c=i.apply(a,p);return c===!1&&(c=l.apply(a,p)),c===!1?"":c??""}}o.renderer=a}if(t.tokenizer){let a=this.defaults.tokenizer||new He(this.defaults);for(let n in t.tokenizer){if(!(n in a))throw new Error(`tokenizer '${n}' does not exist`);if(["options","rules","lexer"].includes(n))continue;let s=n,i=t.tokenizer[s],l=a[s];a[s]=(...p)=>{let c=i.apply(a,p);return c===!1&&(c=l.apply(a,p)),c}}o.tokenizer=a}if(t.hooks){let a=this.defaults.hooks||new Yt;for(let n in t.hooks){if(!(n in a))throw new Error(`hook '${n}' does not exist`);if(["options","block"].includes(n))continue;let s=n,i=t.hooks[s],l=a[s];Yt.passThroughHooks.has(n)?a[s]=p=>{if(a.options.async&&Yt.passThroughHooksRespectAsync.has(n))return(async()=>{let f=await i.call(a,p);return l.call(a,f)})();let c=i.call(a,p);return l.call(a,c)}:a[s]=(...p)=>{if(a.options.async)return(async()=>{let f=await i.apply(a,p);return f===!1&&(f=await l.apply(a,p)),f})();let c=i.apply(a,p);return c===!1&&(c=l.apply(a,p)),c}}o.hooks=a}if(t.walkTokens){let a=this.defaults.walkTokens,n=t.walkTokens;o.walkTokens=function(s){let i=[];return ye(i,n.call(this,s)),a&&ye(i,a.call(this,s)),i}}this.defaults={...this.defaults,...o}}),this}setOptions(r){return this.defaults={...this.defaults,...r},this}lexer(r,e){return V.lex(r,e??this.defaults)}parser(r,e){return J.parse(r,e??this.defaults)}parseMarkdown(r){return(e,t)=>{let o={...t},a={...this.defaults,...o},n=this.onError(!!a.silent,!!a.async);if(this.defaults.async===!0&&o.async===!1)return n(new Error("marked(): The async option was set to true by an extension. Remove async: false from the parse options object to return a Promise."));if(typeof e>"u"||e===null)return n(new Error("marked(): input parameter is undefined or null"));if(typeof e!="string")return n(new Error("marked(): input parameter is of type "+Object.prototype.toString.call(e)+", string expected"));if(a.hooks&&(a.hooks.options=a,a.hooks.block=r),a.async)return(async()=>{let s=a.hooks?await a.hooks.preprocess(e):e,i=await(a.hooks?await a.hooks.provideLexer(r):r?V.lex:V.lexInline)(s,a),l=a.hooks?await a.hooks.processAllTokens(i):i;a.walkTokens&&await Promise.all(this.walkTokens(l,a.walkTokens));let p=await(a.hooks?await a.hooks.provideParser(r):r?J.parse:J.parseInline)(l,a);return a.hooks?await a.hooks.postprocess(p):p})().catch(n);try{a.hooks&&(e=a.hooks.preprocess(e));let s=(a.hooks?a.hooks.provideLexer(r):r?V.lex:V.lexInline)(e,a);a.hooks&&(s=a.hooks.processAllTokens(s)),a.walkTokens&&this.walkTokens(s,a.walkTokens);let i=(a.hooks?a.hooks.provideParser(r):r?J.parse:J.parseInline)(s,a);return a.hooks&&(i=a.hooks.postprocess(i)),i}catch(s){return n(s)}}}onError(r,e){return t=>{if(t.message+=`
Please report this to https://github.com/markedjs/marked.`,r){let o="<p>An error occurred:</p><pre>"+G(t.message+"",!0)+"</pre>";return e?Promise.resolve(o):o}if(e)return Promise.reject(t);throw t}}},Ue=new ag;function D(r,e){return Ue.parse(r,e)}D.options=D.setOptions=function(r){return Ue.setOptions(r),D.defaults=Ue.defaults,xu(D.defaults),D};D.getDefaults=ri;D.defaults=qe;function ng(...r){return Ue.use(...r),D.defaults=Ue.defaults,xu(D.defaults),D}D.use=ng;D.walkTokens=function(r,e){return Ue.walkTokens(r,e)};D.parseInline=Ue.parseInline;D.Parser=J;D.parser=J.parse;D.Renderer=ua;D.TextRenderer=pi;D.Lexer=V;D.lexer=V.lex;D.Tokenizer=He;D.Hooks=Yt;D.parse=D;var UT=D.options,qT=D.setOptions,WT=D.walkTokens,zT=D.parseInline;var GT=J.parse,VT=V.lex;var sg=new Map(Object.entries({amp:"&",lt:"<",gt:">",quot:'"',apos:"'",nbsp:" ",copy:"©",reg:"®",trade:"™",hellip:"…",mdash:"—",ndash:"–",lsquo:"‘",rsquo:"’",ldquo:"“",rdquo:"”",laquo:"«",raquo:"»",bull:"•",middot:"·",times:"×",divide:"÷",plusmn:"±",deg:"°",micro:"µ",para:"¶",sect:"§",euro:"€",pound:"£",yen:"¥",cent:"¢",larr:"←",uarr:"↑",rarr:"→",darr:"↓",harr:"↔",rArr:"⇒",hArr:"⇔",le:"≤",ge:"≥",ne:"≠",asymp:"≈",infin:"∞",sum:"∑",minus:"−",radic:"√",frac12:"½",frac14:"¼",sup1:"¹",sup2:"²",sup3:"³",alpha:"α",beta:"β",gamma:"γ",delta:"δ",Delta:"Δ",lambda:"λ",mu:"μ",pi:"π",sigma:"σ",omega:"ω",Omega:"Ω",auml:"ä",ouml:"ö",uuml:"ü",Auml:"Ä",Ouml:"Ö",Uuml:"Ü",szlig:"ß",eacute:"é",egrave:"è",agrave:"à",ccedil:"ç",ntilde:"ñ",lbrace:"{",rbrace:"}",lbrack:"[",rbrack:"]",lowbar:"_",ast:"*",grave:"`",num:"#",vert:"|",check:"✓",cross:"✗",star:"☆",hearts:"♥"})),ig=/&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z][a-zA-Z0-9]{1,8}));/g,lg="�";function st(r){return r.includes("&")?r.replace(ig,(e,t,o,a)=>a!==void 0?sg.get(a)??e:dg(t===void 0?Number.parseInt(o??"",16):Number.parseInt(t,10))):r}function dg(r){return r>0&&r<=1114111&&!(r>=55296&&r<=57343)?String.fromCodePoint(r):lg}var Mu=/(\u2e4f[\ue000-\uefff])/,ug=/\u2e4f[\ue000-\uefff]/g,pg=/[\u2e4f\ue000-\uefff]/g;function Ru(r){return r.length===2&&r.startsWith("⹏")?r.charCodeAt(1)-57344+1:null}function it(r){return r.includes("⹏")?r.replace(ug,""):r}function ci({kind:r,url:e,entity:t,title:o}){return`${r} ${e??t?.id??o}`}function or(r){let e=new Map;for(let{source:t}of r){let o=ci(t);e.has(o)||e.set(o,t)}return[...e.values()].slice(0,4096)}function Lu(r,e,t){let o=l=>l.replace(pg,"�");if(e.length===0)return r.includes("⹏")?o(r):r;let a=new Map(t.slice(0,4096).map((l,p)=>[ci(l),p])),n=e.flatMap(({source:l,index:p})=>{let c=a.get(ci(l));return c===void 0?[]:[{at:cg(r,p),mark:"⹏"+String.fromCharCode(57344+c)}]});n.sort((l,p)=>l.at-p.at);let s="",i=0;for(let{at:l,mark:p}of n)s+=o(r.slice(i,l))+p,i=l;return s+o(r.slice(i))}function cg(r,e){let t=r.trimEnd().length;return e===null||e>=t?t:e+(/^[\udc00-\udfff]/.test(r.charAt(e))?1:0)}var fg=new Set(["strong","em","sub","sup","kbd","mark","u","s","b","i","small"]),mg=/^<(\/?)([a-z]{1,6})\s*\/?>$/i,Pu=16,hg=300,mi=4e3,gg=/\*+|_+|~+|`+|[[<]|!{2,}/g;function ca(r,e){if(r.length>mi||(r.match(gg)?.length??0)>hg)return We(r);try{let t=new V({gfm:!0});return Object.assign(t.tokens.links,e),new fi().read(t.inlineTokens(r),0)}catch{return We(r)}}function ar(r){return r.map(e=>e.type==="text"||e.type==="code"?e.text:e.type==="picture"?e.alt:"children"in e?ar(e.children):e.type==="break"?" ":"").join("")}function We(r){return r.split(Mu).flatMap(e=>{let t=Ru(e);return t!==null?[{type:"source",number:t}]:e===""?[]:[{type:"text",text:e}]})}var fi=class{read(e,t){let o=[{tag:null,written:"",nodes:[]}];for(let a of e)a.type==="html"?this.#e(o,a.raw):Ou(o.at(-1).nodes,this.#t(a,t));for(;o.length>1;)Iu(o);return o[0]?.nodes??[]}#e(e,t){let o=e.at(-1).nodes,[,a,n=""]=mg.exec(t)??[],s=n.toLowerCase();s==="br"?o.push({type:"break"}):a===""&&fg.has(s)&&e.length<Pu?e.push({tag:s,written:t,nodes:[]}):a==="/"&&e.at(-1)?.tag===s?Iu(e):Ou(o,We(t))}#t(e,t){if(t>=Pu)return We(e.raw);let o="tokens"in e&&e.tokens!==void 0?e.tokens:[];switch(e.type){case"strong":case"em":case"del":return[{type:"tag",tag:e.type,children:this.read(o,t+1)}];case"codespan":return xg(e);case"br":return[{type:"break"}];case"link":return this.#r(e,t);case"image":return yg(e);case"escape":return We(e.raw.slice(1));default:return We(st(e.raw))}}#r(e,t){let o=this.read(e.tokens,t+1),{text:a,marks:n}=pa(e.href);return[{type:"link",href:a,children:o},...n]}};function Ou(r,e){for(let t of e){let o=r.at(-1);t.type==="text"&&o?.type==="text"?r[r.length-1]={type:"text",text:o.text+t.text}:r.push(t)}}function Iu(r){let{tag:e,nodes:t}=r.pop();e!==null&&r.at(-1)?.nodes.push({type:"tag",tag:e,children:t})}function pa(r){let e=We(r);return{text:e.map(t=>t.type==="text"?t.text:"").join(""),marks:e.filter(({type:t})=>t==="source")}}function xg(r){let{text:e,marks:t}=pa(r.text);return[{type:"code",text:e},...t]}function yg(r){let e=pa(st(r.text)),t=pa(r.href);return[{type:"picture",href:t.text,alt:e.text},...e.marks,...t.marks]}var bg=new Set(["https:","http:","mailto:","chatkit-link:"]),_u=8192,wg=/^data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/]+={0,2}$/,vg=4e6,Du=/[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}]/u,kg=/[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/g,Sg=/[\u202a-\u202e\u2066-\u2069]/g,Cg=/(?:[a-z][a-z0-9+.-]{0,20}:\/\/)?(?:[^\s/@]{0,64}@)?((?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.){1,10}\p{L}{2,63})/iu;function be(r){let e=st(r.trim());if(e.length>_u||Du.test(e))return null;let t=hi(e);return t===null||!bg.has(t.protocol)?null:{href:t.href,host:t.host,isDeepLink:t.protocol==="chatkit-link:"}}function Nu(r,e){let t=st(r.trim());if(t.length<=vg&&wg.test(t))return t;if(t.length>_u||Du.test(t))return null;let o=hi(t);return o!==null&&o.origin===e&&["blob:",new URL(e).protocol].includes(o.protocol)?o.href:null}function oe(r){return r.replace(kg,"")}function Bu(r){return r.replace(Sg,"")}function Tg(r,{host:e,href:t}){let o=Cg.exec(oe(r).normalize("NFKC").trim())?.[1]?.toLowerCase();if(o===void 0)return!1;let a=e===""?(t.split("@")[1]??"").replace(/\?.*$/,""):e.replace(/:\d+$/,""),n=hi(`https://${o}`)?.hostname??o;return n!==a&&n.replace(/^www\./,"")!==a.replace(/^www\./,"")}function lt(r,e){return Tg(r,e)?e.host===""?e.href.replace(/^mailto:|\?.*$/g,""):e.host:""}function hi(r){try{return new URL(r)}catch{return null}}var $g=/(\]\([ \t]*)(data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=]{64,})/g,Eg=/^data:,(\d{1,6})$/;function dt(r){if(!r.includes("data:image/"))return{text:r,pictures:[]};let e=[];return{text:r.replace($g,(o,a,n)=>(e.push(n),`${a}data:,${e.length-1}`)),pictures:e}}function Fu(r,e){let t=Eg.exec(r)?.[1];return(t===void 0?void 0:e[Number(t)])??r}var Hu=120;function ut(r,e,t){return r.flatMap(o=>{switch(o.type){case"text":return[new Text(o.text)];case"code":return[w("code",{},o.text)];case"break":return[w("br")];case"tag":return[w(o.tag,{},...ut(o.children,e,t))];case"link":return Ag(o,e,t);case"picture":return Rg(Fu(o.href,e),o.alt);case"source":return Lg(o.number,t)}})}function Ag(r,e,t){let o=be(r.href),a=ut(r.children,e,t),n=ar(r.children);return o===null?r.href===n?a:[...a,new Text(` (${fa(r.href)})`)]:Uu(o,n,a.map(Mg))}function Uu(r,e,t){let o=w("a",{href:r.href,title:fa(r.href),rel:"noreferrer noopener",target:"_blank",...r.isDeepLink?{"data-deep-link":""}:{}});o.append(w("bdi",{},...oe(e).trim()===""?[fa(r.href)]:t));let a=lt(e,r);return a===""?[o]:[o,new Text(" "),w("bdi",{class:"leads-to"},`(${fa(a)})`)]}function Mg(r){let e=document.createTreeWalker(r,NodeFilter.SHOW_TEXT);for(let t=e.currentNode;;t=e.currentNode)if(t instanceof Text&&(t.data=oe(t.data)),e.nextNode()===null)return r}function Rg(r,e){let t=Nu(r,location.origin);if(t!==null)return[w("img",{src:t,alt:e,loading:"lazy",decoding:"async"})];let o=be(r),a=oe(e).trim();return o===null?a===""?[]:[new Text(a)]:Uu(o,a,[new Text(a)])}function Lg(r,{sources:e,words:t}){let o=e[r-1];if(o===void 0)return[];let a=t("element.markdown.source",{number:String(r),title:o.title||(o.url??"")});return[w("sup",{class:"source","data-source":String(r)},Pg(o,String(r),a))]}function Pg(r,e,t){let o=r.kind==="url"&&r.url!==null?be(r.url):null;if(o!==null){let{href:a}=o;return w("a",{href:a,title:t,"aria-label":t,rel:"noreferrer noopener",target:"_blank"},e)}return r.entity?.interactive===!0?w("button",{type:"button",title:t,"aria-label":t},e):w("span",{role:"img",title:t,"aria-label":t},e)}function fa(r){let e=oe(r);return e.length>Hu?`${e.slice(0,Hu)}…`:e}var Og=y`
  :host {
    display: block;
    min-width: 0;
    white-space: normal;
    overflow-wrap: anywhere;
  }
  /**
   * WORKAROUND(pyside6-addons 6.11): in its Chromium, whatever is contained only later has all counters of the page counted
   * anew, which takes 10 ms and more. Remove when it counts those inside alone.
   */
  .section,
  .slice,
  .list > *,
  .long .rows {
    contain: style;
  }
  .section:first-child > :first-child {
    margin-top: 0;
  }
  .section:last-child > :last-child {
    margin-bottom: 0;
  }
  .section:not(:last-child) {
    display: flow-root;
    content-visibility: auto;
    contain-intrinsic-block-size: auto 1600px;
  }
  .section > * {
    contain: layout;
  }
  p,
  .list,
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
  .slice:not(:last-child) {
    content-visibility: auto;
    contain-intrinsic-block-size: auto 700px;
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
`,Ig=y`
  blockquote {
    padding: 0;
    padding-inline-start: 14px;
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
    margin: 0;
    padding-inline-start: 26px;
  }
  .list > :not(:last-child) {
    content-visibility: auto;
    contain-intrinsic-block-size: auto 1200px;
  }
  li {
    margin: 2px 0;
  }
  li::marker {
    color: var(--muted);
  }
  li p,
  li .list {
    margin-bottom: 0;
  }
  .loose > * > li {
    margin: 8px 0;
  }
  .loose > * > li > p,
  .loose > * > li.task > div > p {
    margin-bottom: 8px;
  }
  li.task {
    position: relative;
    list-style: none;
  }
  li.task > input {
    position: absolute;
    inset-inline-start: -22px;
    display: grid;
    place-items: center;
    width: 16px;
    height: 16px;
    margin: 4px 0 0;
    border: 1px solid var(--edge);
    border-radius: 4px;
    appearance: none;
  }
  li.task > input:checked {
    border-color: var(--accent);
    background: var(--accent);
  }
  li.task > input:checked::before {
    box-sizing: border-box;
    width: 5px;
    height: 9px;
    margin-top: -2px;
    border: solid var(--on-accent);
    border-width: 0 2px 2px 0;
    rotate: 45deg;
    content: '';
  }
  .scroll {
    max-width: 100%;
    margin: 0 0 16px;
    overflow-x: auto;
    border-radius: 2px;
  }
  table {
    border-collapse: collapse;
    font-size: 14px;
    line-height: 20px;
    overflow-wrap: normal;
  }
  .long .rows {
    min-width: max(100%, var(--table-width));
    width: min-content;
  }
  .long .rows:not(:last-child) {
    content-visibility: auto;
    contain-intrinsic-block-size: auto 3700px;
  }
  .long table {
    table-layout: fixed;
    width: 100%;
  }
  .long .rows:not(:first-child) thead {
    position: absolute;
    clip-path: inset(50%);
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
`,_g=y`
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
    direction: ltr;
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
`,Dg=y`
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
`,qu=[Og,Ig,_g,Dg];function we(r){return"children"in r}function W(r){let e=we(r)?r.children.at(-1):void 0;return e?.open===!0?e:null}var Wu=/^ {0,3}\[([^[\]\\\n]{1,200})\]:[ \t]*(?:\n[ \t]*)?(<[^<>\n]*>|[^\s<]\S{0,2000})(?:[ \t]+("[^"\n]*"|'[^'\n]*'|\([^()\n]*\)))?[ \t]*(?:\n|$)/;function gi(r){return r.trim().replace(/\s+/g," ").toLowerCase()}function pt(r){let e=[],t=r;for(let o=Wu.exec(t);o!==null;o=Wu.exec(t)){let[a,n="",s="",i]=o;e.push({key:gi(n),href:s.replace(/^<(.*)>$/,"$1"),title:i===void 0?null:i.slice(1,-1)}),t=t.slice(a.length)}return{definitions:e,rest:t}}var Ng=500,ma=class{root={type:"root",open:!0,done:!1,children:[]};#e=Object.create(null);#t=0;#r=null;get definitions(){return this.#e}get definitionCount(){return this.#t}beginTrial(){this.#r=this.#n()}takeBack(){if(this.#r===null)return!1;for(let{block:e,fields:t,count:o,last:a}of this.#r){Object.assign(e,t);let n=zu(e);n!==null&&(n.length=o,a!==void 0&&(n[o-1]=a))}return this.#r=null,!0}add(e,t){let o=e.type==="list"&&t.type!=="item"?this.holderOf(e):e,a=W(o);return a!==null&&this.close(a),o.type==="item"&&(o.endsBlank&&o.children.length>0&&this.#o(o),o.endsBlank=!1),o.children.push(t),this.noteBlank(!1),t}replaceLast(e,t){e.children.pop(),e.children.push(t),t.type==="heading"&&this.close(t)}noteBlank(e){for(let t=this.root;t!==null;t=W(t))t.type==="item"&&(t.endsBlank=e)}#o(e){for(let t=this.root;t!==null;t=W(t))t.type==="list"&&t.children.at(-1)===e&&(t.loose=!0)}holderOf(e){let t=this.root;for(let o=this.root;o!==null&&o!==e;o=W(o))we(o)&&(t=o);return t}depthOf(e){let t=0;for(let o=this.root;o!==null&&o!==e;o=W(o))(o.type==="quote"||o.type==="list")&&(t+=1);return t}close(e){let t=W(e);t!==null&&this.close(t),e.open=!1,e.done=this.#r===null,e.type==="paragraph"&&e.done&&this.#a(e)}#a(e){let{definitions:t,rest:o}=pt(e.text);e.text=o;for(let{key:a,href:n,title:s}of t)this.#t>=Ng||Object.hasOwn(this.#e,a)||(this.#e[a]={href:n,title:s},this.#t+=1)}#n(){let e=[];for(let t=this.root;t!==null;t=W(t)){let o=zu(t);e.push({block:t,fields:{...t},count:o?.length??0,last:o?.at(-1)})}return e}};function zu(r){return we(r)?r.children:r.type==="table"?r.rows:null}var Bg=/^ {0,3}>[ \t]?/,Fg=/^ {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$/,Hg=/^( {0,3})(`{3,}|~{3,})[ \t]*(.*)$/,Ug=/^( {0,3})([-+*])(?=[ \t]|$)/,qg=/^( {0,3})(\d{1,9})([.)])(?=[ \t]|$)/,Wg=/^ {0,3}(=+|-+)[ \t]*$/,zg=/^:?-+:?$/;function ha(r){let e=/^[ \t]*/.exec(r)?.[0]??"";if(!e.includes("	"))return r;let t="";for(let o of e)t+=o==="	"?" ".repeat(4-t.length%4):o;return t+r.slice(e.length)}function Q(r){return/^ */.exec(r)?.[0].length??0}function ve(r){return!/\S/.test(r)}function ga(r){let e=Bg.exec(r)?.[0];return e===void 0?null:ha(r.slice(e.length))}function xi(r){let e=r.length>1e3?null:Fg.exec(r);return e===null?null:{depth:e[1]?.length??1,text:e[2]??""}}function yi(r){let e=Hg.exec(r);if(e===null)return null;let[,t="",o="",a=""]=e;if(o.startsWith("`")&&a.includes("`"))return null;let[n=""]=a.trim().split(/[\s{]/,1);return{mark:o.charAt(0),length:o.length,indent:t.length,language:n}}function Gu(r,e,t){let o=r.trimEnd(),a=Q(o);return a<=3&&o.length<=1e3&&o.length-a>=t&&o.slice(a)===e.repeat(o.length-a)}function xa(r){if(r.length>1e3||Q(r)>3)return!1;let e=r.replace(/[ \t]/g,"");return e.length>=3&&"-_*".includes(e.charAt(0))&&e===e.charAt(0).repeat(e.length)}function Vu(r){let e=Wg.exec(r)?.[1];return e===void 0?null:e.startsWith("=")?1:2}function bi(r){let e=Ug.exec(r),t=e??qg.exec(r);if(t===null)return null;let o=t[0].length,a=ha(r.slice(o)),n=Q(a),s=ve(a)||n>4?1:n;return{mark:t[e===null?3:2]??"",start:e===null?Number(t[2]):null,contentIndent:o+s,rest:a.slice(s)}}function ya(r){let e=[],t="",o=r.trim().replace(/^\|/,"");for(let a=0;a<o.length;a+=1){let n=o.charAt(a);if(n==="\\"&&o.charAt(a+1)==="|")t+="|",a+=1;else if(n==="|"){if(e.push(t.trim()),t="",e.length===64)return e}else t+=n}return ve(t)||e.push(t.trim()),e}function ju(r){if(r.length>1e3||Q(r)>3||!/^[\s|:-]*-[\s|:-]*$/.test(r))return null;let e=ya(r);return e.every(t=>zg.test(t))?e.map(t=>t.endsWith(":")?t.startsWith(":")?"center":"right":t.startsWith(":")?"left":null):null}var Gg=12,ct=4,Ku=2e4,Vg=1e3,jg=3,Kg=6,Xg=/^\[([ xX])\][ \t]+(?=\S)/,pe={open:!0,done:!1},nr=class{#e=new ma;#t=[];#r=[];get root(){return this.#e.root}get definitions(){return this.#e.definitions}get definitionCount(){return this.#e.definitionCount}feed(e){this.takeBack(),this.#o(e)}try(e){this.takeBack(),this.#e.beginTrial(),this.#r=this.#t,this.#o(e)}takeBack(){this.#e.takeBack()&&(this.#t=this.#r)}finish(){this.takeBack(),this.#e.close(this.root)}#o(e){let{parent:t,tip:o,line:a,matchedAll:n}=this.#a(ha(e));o!==null&&n&&this.#n(o,a)||this.#s(t,a,o,n)}#a(e){let t=this.root,o=e;for(let a=W(t);a!==null;a=W(t)){if(!we(a))return{parent:t,tip:a,line:o,matchedAll:!0};let n=Zg(a,o);if(n===null)return{parent:t,tip:Xu(a),line:o,matchedAll:!1};t=a,o=n}return{parent:t,tip:null,line:o,matchedAll:!0}}#n(e,t){if(e.type!=="code")return!1;if(e.fence===null){if(ve(t))e.pendingBlankLines+=1;else{if(Q(t)<ct)return!1;e.text+=`
`.repeat(e.pendingBlankLines+1)+t.slice(ct),e.pendingBlankLines=0}return!0}return Gu(it(t),e.fence.mark,e.fence.length)?this.#e.close(e):e.text+=`${t.slice(Math.min(Q(t),e.fence.indent))}
`,!0}#s(e,t,o,a){let n=e,s=t,i=!1;if(ve(s))return this.#i(n,a);if(a&&this.#l(n,o,s))return;for(let p=this.#e.depthOf(n);;p+=1){let c=i||o?.type!=="paragraph"?null:o,[f,m]=this.#p(n,s,p,c);if(f===null)break;if(n=f,s=m,i=!0,ve(s))return}let l=i||o?.type!=="paragraph"?null:o;this.#f(n,s,l)||this.#h(n,s,l)}#i(e,t){let o=W(e);o!==null&&(o.type!=="list"||!t)&&this.#e.close(o),this.#e.noteBlank(!0)}#l(e,t,o){if(t?.type==="table"){if(this.#u(o)||t.missing>=Vg)return!1;let n=ya(o);return t.missing+=Math.max(0,t.header.length-n.length),t.rows.push(Qg(n,t.header.length)),!0}if(t?.type!=="paragraph")return!1;let a=Vu(o);return a!==null&&pt(t.text).rest!==""?(this.#e.replaceLast(e,this.#d(a,t.text.trim())),!0):this.#c(e,t,o)}#d(e,t){this.#t=[...this.#t.filter(a=>a<e),e];let o=Math.min(jg+this.#t.length-1,Kg);return{type:"heading",...pe,depth:e,level:o,text:t}}#u(e){let t=[ga(e),xi(e),yi(e),bi(e)];return e.length>Ku||xa(e)||t.some(o=>o!==null)}#c(e,t,o){let a=ju(o);if(a===null||t.text.length>Ku)return!1;let n=t.text.lastIndexOf(`
`)+1,s=t.text.slice(n),i=ya(s);if(i.length!==a.length||!(s.includes("|")||o.includes("|")))return!1;let l={type:"table",...pe,alignments:a,header:i,rows:[],missing:0};return n===0?this.#e.replaceLast(e,l):(t.text=t.text.slice(0,n-1),this.#e.add(e,l)),!0}#p(e,t,o,a){if(o>=Gg||Q(t)>=ct)return[null,t];let n=ga(t);if(n!==null)return[this.#e.add(e,{type:"quote",...pe,children:[]}),n];let s=xa(t)?null:bi(t);return s===null||a!==null&&!Jg(e,s)?[null,t]:this.#m(e,s)}#m(e,{mark:t,start:o,contentIndent:a,rest:n}){let s=e.type==="list"?e:W(e),i=o!==null,l;if(s?.type==="list"&&s.mark===t&&s.start!==null===i){l=s;let f=l.children.at(-1);f?.type==="item"&&f.endsBlank&&(l.loose=!0)}else{let f=e.type==="list"?this.#e.holderOf(e):e;l=this.#e.add(f,{type:"list",...pe,children:[],mark:t,start:o,loose:!1})}let p=Xg.exec(n),c={type:"item",...pe,children:[],contentIndent:a,task:p===null?null:p[1]!==" ",endsBlank:!1};return[this.#e.add(l,c),p===null?n:n.slice(p[0].length)]}#f(e,t,o){if(Q(t)>=ct){if(o!==null)return!1;let s=t.slice(ct);return this.#e.add(e,{type:"code",...pe,language:"",fence:null,text:s,pendingBlankLines:0}),!0}let n=xi(t);if(n!==null)this.#e.close(this.#e.add(e,this.#d(n.depth,n.text)));else if(xa(t))this.#e.close(this.#e.add(e,{type:"rule",...pe}));else{let s=yi(t);if(s===null)return!1;let{language:i}=s;this.#e.add(e,{type:"code",...pe,language:i,fence:s,text:"",pendingBlankLines:0})}return!0}#h(e,t,o){o!==null?o.text+=`
${t.trimStart()}`:this.#e.add(e,{type:"paragraph",...pe,text:t.trimStart()})}};function Zg(r,e){switch(r.type){case"root":case"list":return e;case"quote":return Q(e)<ct?ga(e):null;case"item":return r.children.length===0&&r.endsBlank?null:ve(e)?"":Q(e)>=r.contentIndent?e.slice(r.contentIndent):null}}function Jg(r,{start:e,rest:t}){return r.type==="list"||!ve(t)&&(e===null||e===1)}function Xu(r){let e=W(r);return e===null?r:Xu(e)}function Qg(r,e){return Array.from({length:e},(t,o)=>r[o]??"")}function Zu(r,e){if(r.length-e<=6e3)return{text:r.slice(e),joined:!1,next:r.length};let t=r.slice(e,e+6e3),o=t.lastIndexOf(`

`),a=o>=3e3?o:t.lastIndexOf(`
`);if(a>0)return{text:t.slice(0,a),joined:!1,next:e+a+1};let n=/[\ud800-\udbff]$/.test(t)?t.length-1:t.length;return{text:t.slice(0,n),joined:!0,next:e+n}}var Yg=new Map(Object.entries({bash:"Bash",sh:"Shell",shell:"Shell",zsh:"Shell",console:"Shell",c:"C",cpp:"C++",csharp:"C#",cs:"C#",css:"CSS",diff:"Diff",go:"Go",html:"HTML",ini:"INI",toml:"TOML",java:"Java",javascript:"JavaScript",js:"JavaScript",jsx:"JSX",json:"JSON",kotlin:"Kotlin",kt:"Kotlin",markdown:"Markdown",md:"Markdown",php:"PHP",python:"Python",py:"Python",ruby:"Ruby",rb:"Ruby",rust:"Rust",rs:"Rust",sql:"SQL",svg:"SVG",swift:"Swift",ts:"TypeScript",tsx:"TSX",typescript:"TypeScript",xml:"XML",yaml:"YAML",yml:"YAML","c++":"C++","c#":"C#"})),ex=24,sr=null,Ju=null;function Qu(r){if(sr!==null)return r(sr);Ju??=import("./agentnook-code.js").then(e=>sr=e).catch(()=>null),Ju.then(()=>sr&&r(sr))}function Yu(r){return Yg.get(r.toLowerCase())??r.slice(0,ex)}var tx=5e4,rx=500,ba=class{element=w("div",{class:"code"});#e=w("code");#t=[];#r=null;#o="";draw(e,t){this.#r!==e.language&&this.#a(e.language,t),this.#o=Bu(it(e.text.endsWith(`
`)?e.text.slice(0,-1):e.text));let o=0,a=0;do{let n=this.#n(a),s=a<this.#t.length-1&&this.#o.startsWith(`${n.text}
`,o),{text:i,joined:l,next:p}=s?{text:n.text,joined:!1,next:o+n.text.length+1}:Zu(this.#o,o);if(i!==n.text&&ox(n,i,l),o=p,a+=1,e.done&&this.#s(n,t),o<this.#o.length&&t.budget.isSpent)return!1}while(o<this.#o.length);for(let{place:n}of this.#t.splice(a))n.remove();return!0}#a(e,{words:t,copy:o}){this.#r=e,this.#t.length=0;let a=e===""?t("element.markdown.code"):Yu(e),n=w("button",{type:"button"},t("element.markdown.copy"));n.addEventListener("click",()=>o(this.#o,n));let s=t("element.markdown.code_in",{language:a}),i=w("pre",{tabindex:"0",role:"group","aria-label":s},this.#e);this.#e.replaceChildren(),this.element.replaceChildren(w("div",{class:"code-head"},w("span",{},a),n),i)}#n(e){let t=this.#t[e];if(t!==void 0)return t;let o={place:w("span",{class:"part"}),text:"",colouredText:null};return this.#e.append(o.place),this.#t.push(o),o}#s(e,t){let{text:o}=e,a=this.#r??"";e.colouredText===o||this.#o.length>tx||a===""||(e.colouredText=o,!o.split(`
`).some(n=>n.length>rx)&&Qu(({coloured:n})=>{t.later(()=>{let s=e.text===o?n(a,o):null;s!==null&&e.place.replaceChildren(...ep(s))})}))}};function ox(r,e,t){let{firstChild:o,childNodes:a}=r.place;r.place.classList.toggle("joined",t),a.length===1&&o instanceof Text&&e.startsWith(r.text)?Qs(o,e):r.place.replaceChildren(e),r.text=e,r.colouredText=null}function ep(r){return r.children.flatMap(e=>e.type==="text"?[new Text(e.value)]:e.type==="element"?[w("span",{class:ax(e)},...ep(e))]:[])}function ax({properties:r}){let{className:e}=r;return Array.isArray(e)?e.join(" "):""}var nx=/[.!?…。！？]["'”’)\]]*\s+(?=\S)/g;function tp(r,e){if(r.length-e<=3e3)return r.length;let t=r.slice(e+1500,e+3e3),o=[...t.matchAll(nx)].at(-1);if(o!==void 0)return e+1500+o.index+o[0].length;let a=Math.max(t.lastIndexOf(" "),t.lastIndexOf(`
`)),n=a<0?e+3e3:e+1500+a+1;return/^[\udc00-\udfff\ue000-\uefff]/.test(r.charAt(n))?n-1:n}var sx=/\\[\s\S]?|`+|!?\[|(?<=\s)!$|\]|\*+|_+|~~|<(?=[A-Za-z/!]|$)/g;var rp=/[\p{L}\p{N}]/u;function op(r){let e=[],t=new RegExp(sx);for(let o=t.exec(r);o!==null;o=t.exec(r)){let[a]=o,n=o.index;if(a.startsWith("\\")){if(a.length===1)return ft(r.slice(0,n),e)}else if(a.startsWith("`")){let s=ix(r,t.lastIndex,a.length);if(s===null)return ft(lx(r,n,a),e);t.lastIndex=s}else if(a==="<"){if(r.indexOf(">",n)<0&&r.length-n<200)return ft(r.slice(0,n),e)}else{if(a==="!")return ft(r.slice(0,n),e);if(a.endsWith("["))e.push({at:n,mark:a});else if(a==="]"){let s=dx(r,n,e);if(s===null)continue;if(typeof s=="string")return ft(s,e);t.lastIndex=s}else ux(r,n,a,e)}}return ft(r,e)}function ix(r,e,t){let o=/`+/g;o.lastIndex=e;for(let a=o.exec(r);a!==null;a=o.exec(r))if(a[0].length===t)return o.lastIndex;return null}function lx(r,e,t){return r.slice(e+t.length).trim()===""?r.slice(0,e):r.replace(/`+$/,"").trimEnd()+t}function dx(r,e,t){let o=t.findLastIndex(({mark:i})=>i.endsWith("[")),a=t[o];if(a===void 0)return null;if(t.splice(o),e+1<r.length&&r.charAt(e+1)!=="(")return e+1;let n=r.indexOf(")",e);if(n>=0)return n+1;let s=r.slice(0,a.at);return a.mark.startsWith("!")?s:s+r.slice(a.at+1,e)}function ux(r,e,t,o){let a=r.charAt(e-1),n=r.charAt(e+t.length);if(t.startsWith("_")&&rp.test(a)&&rp.test(n))return;let i=o.findLastIndex(l=>l.mark===t);i>=0&&a.trim()!==""?o.splice(i):(n.trim()!==""||e+t.length===r.length)&&o.push({at:e,mark:t})}function ft(r,e){let t=r,o="";for(let{at:n,mark:s}of e.toReversed()){if(n>=t.length)continue;let i=t.slice(n+s.length);s.endsWith("[")?t=s.startsWith("!")?t.slice(0,n):t.slice(0,n)+i:i.trim()===""?t=t.slice(0,n):o+=s}return(o===""?t:t.trimEnd())+o}var px=/\[([^[\]]{1,200})\]/g,cx=100,ke=class{#e;#t=null;#r=[];#o=0;constructor(e){this.#e=e}draw({text:e,pictures:t},o,a){let n=o&&e.length<=mi?op(e):e,s=t.length===0?n:n+t.join();s===this.#t&&this.#a(a)===this.#o||(s!==this.#t&&(this.#r=fx(n)),this.#t=s,this.#o=this.#a(a),su(this.#e,ut(ca(n,a.definitions),t,a)))}#a({definitions:e}){return this.#r.filter(t=>Object.hasOwn(e,t)).length}};function fx(r){if(!r.includes("["))return[];let e=new Set;for(let[,t=""]of r.matchAll(px))e.size<cx&&e.add(gi(t));return[...e]}var wa=class{element=w("p");#e=[];draw(e,t){let o=e.open&&t.streaming,{text:a,pictures:n}=dt(mx(e,o));this.element.hidden=a==="";let s=0,i=0;for(;s<a.length;i+=1){let l=this.#t(i),p=this.#r(l,a,s);if(l.text=a.slice(s,p),l.view.draw({text:l.text,pictures:n},o&&p===a.length,t),s=p,s<a.length&&t.budget.isSpent)return!1}for(let{place:l}of this.#e.splice(i))l.remove();return!0}#t(e){let t=this.#e[e];if(t!==void 0)return t;let o=w("span",{class:"slice"}),a={place:o,view:new ke(o),text:""};return this.element.append(o),this.#e.push(a),a}#r(e,t,o){return!(this.#e.at(-1)===e)&&e.text!==""&&t.startsWith(e.text,o)?o+e.text.length:tp(t,o)}};function mx({text:r},e){let{rest:t}=pt(r);return e&&t.startsWith("|")&&!t.includes(`
`)?"":t.trimEnd()}var hx=100,ap=100,gx=96,va=class{element=w("div",{class:"scroll",role:"group",tabindex:"0"});#e=[];#t=null;#r=null;#o=0;draw(e,t){(this.#t===null||!xx(this.#r,e))&&this.#a(e),this.#r!==e&&(this.#o=0),this.#r=e,this.#i(this.#t,e.header,!1,t);for(let a=this.#o;a<e.rows.length;a+=1){let n=a===e.rows.length-1;if(this.#i(this.#n(a),e.rows[a]??[],n&&e.open&&t.streaming,t),n||(this.#o=a),!n&&t.budget.isSpent)return!1}for(let{place:a}of this.#e.splice(e.rows.length))a.remove();let o=Math.max(1,Math.ceil(this.#e.length/ap));for(;this.element.childElementCount>o;)this.element.lastElementChild?.remove();return!0}unsettle(){this.#o=0}#a(e){this.#r=e,this.#e.length=0,this.#t=sp("th",e.alignments);let t=e.header.map(o=>ar(ca(it(o),{}))).join(", ");this.element.setAttribute("aria-label",t.slice(0,hx)),this.element.classList.remove("long"),this.element.replaceChildren(np(this.#t.place))}#n(e){let t=this.#e[e];if(t!==void 0)return t;let o=sp("td",this.#r?.alignments??[]);return e>0&&e%ap===0&&this.#s(),this.element.lastElementChild?.querySelector("tbody")?.append(o.place),this.#e.push(o),o}#s(){let e=this.#t?.place.cloneNode(!0),t=this.#t?.cells.length??0;this.element.classList.add("long"),this.element.style.setProperty("--table-width",`${t*gx}px`),e!==void 0&&this.element.append(np(e))}#i(e,t,o,a){e.cells.forEach((n,s)=>n.draw(dt(t[s]??""),o,a))}};function np(r){return w("div",{class:"rows"},w("table",{},w("thead",{},r),w("tbody")))}function sp(r,e){let t=e.map(o=>w(r,{...r==="th"?{scope:"col"}:{},...o===null?{}:{class:o}}));return{place:w("tr",{},...t),cells:t.map(o=>new ke(o))}}function xx(r,e){return JSON.stringify([r?.alignments,r?.header])===JSON.stringify([e.alignments,e.header])}var yx=32,ir=class{element;#e;#t=[];#r=null;#o=0;constructor(e,t=o=>e.append(o)){this.element=e,this.#e=t}draw(e,t){this.#r!==e&&(this.#o=0),this.#r=e,e.type==="list"&&this.element.classList.toggle("loose",e.loose);let{children:o}=e;for(let a=this.#o;a<o.length;a+=1){let n=o[a];if(!this.#a(a,n,t).draw(n,t)||(n.done&&a===this.#o&&(this.#o+=1),a<o.length-1&&t.budget.isSpent))return!1}return t.complete&&this.#n(o.length),!0}unsettle(){this.#o=0;for(let{view:e}of this.#t)e.unsettle?.()}#a(e,t,o){let a=bx(t),n=this.#t[e];if(n?.kind===a)return n.view;let s=wx(t,o);return n===void 0?this.#e(s.element,e):n.view.element.replaceWith(s.element),this.#t[e]={kind:a,view:s},s}#n(e){for(let{view:t}of this.#t.splice(e)){let{parentElement:o}=t.element;t.element.remove(),o!==this.element&&o?.childElementCount===0&&o.remove()}}},wi=class{element;#e;constructor({depth:e,level:t}){this.element=w(`h${t}`,{"data-depth":String(e)}),this.#e=new ke(this.element)}draw(e,t){return this.#e.draw(dt(e.text),!e.done&&t.streaming,t),!0}};function ip(r){return vi(r,()=>w("div",{class:"section"}))}function vi(r,e){let t=[];return new ir(r,(o,a)=>{let n=t[Math.floor(a/yx)]??=e(a);n.parentNode===null&&r.append(n),n.append(o)})}function bx(r){switch(r.type){case"heading":return`heading ${r.level} ${r.depth}`;case"list":return`list ${r.start}`;case"item":return`item ${r.task}`;default:return r.type}}function wx(r,e){if(we(r))return vx(r,e);switch(r.type){case"paragraph":return new wa;case"heading":return new wi(r);case"code":return new ba;case"table":return new va;case"rule":return{element:w("hr"),draw:()=>!0}}}function vx(r,e){return r.type==="list"?vi(w("div",{class:"list"}),t=>kx(r,t)):r.type==="item"?Sx(r,e):vi(w("blockquote",{dir:"auto"}),()=>w("div",{class:"section"}))}function kx({start:r},e){if(r===null)return w("ul",{dir:"auto"});let t=r+e;return w("ol",{dir:"auto",...t===1?{}:{start:String(t)}})}function Sx({task:r},{words:e}){if(r===null)return new ir(w("li"));let t=e(r?"element.markdown.task_done":"element.markdown.task_open"),o=w("input",{type:"checkbox",disabled:"","aria-label":t});o.checked=r;let a=w("div");return new ir(w("li",{class:"task"},o,a),n=>a.append(n))}var Cx=8,Tx=4e3,$x=33,Ex=/^[\s>]*(?:[-=_+*#~`|:\s]*|\d{1,9}[.)]?)\s*(?:\[[ xX]?\]?\s*)?$/,Ax=80,Mx=/\r\n|\r/g,ka=class{#e;#t;#r;#o=[];#a=new nr;#n="";#s=!1;#i=0;#l=0;#d=!1;#u=null;#c=!1;#p=-1/0;constructor(e,t,o){this.#e=ip(e),this.#t=t,this.#r=o}get isBusy(){return this.#u!==null}write(e,t){let o=e.includes("\r")?e.replace(Mx,`
`):e;if((this.#d||!o.startsWith(this.#n))&&this.#m(),this.#n=o,this.#s=t,this.#u!==null)return;let a=this.#p+$x-performance.now();t&&a>0?this.#h(a):this.#x()}stop(){this.#u?.(),this.#u=null}#m(){this.#a=new nr,this.#i=0,this.#l=0,this.#d=!1}#f(e){this.#o.push(e),this.#c||this.#h()}#h(e=0){if(this.#u!==null)return;let t=()=>{this.#u=null,this.#x()};this.#u=this.#s?_t(t,e):xn(t)}#x(){let e=new na(Cx);this.#c=!0;let t=!1;do{let o=this.#y();t=this.#w(e,o)&&o}while(!t&&!e.isSpent);if(this.#p=performance.now(),t)for(;this.#o.length>0&&!e.isSpent;)this.#o.shift()?.();this.#c=!1,!t||this.#o.length>0?this.#h():this.#r()}#y(){let e=this.#i+Tx;for(;this.#i<e;){let t=this.#n.indexOf(`
`,this.#i);if(t<0)return this.#g(),!0;this.#a.feed(this.#n.slice(this.#i,t)),this.#i=t+1}return!1}#g(){let e=this.#n.slice(this.#i);if(this.#s)(e.length>Ax||!Ex.test(e))&&this.#a.try(e);else{if(this.#d)return;this.#a.feed(e),this.#a.finish(),this.#d=!0}}#w(e,t){let{definitions:o,definitionCount:a,root:n}=this.#a;return a!==this.#l&&this.#e.unsettle(),this.#l=a,this.#e.draw(n,{...this.#t(),definitions:o,budget:e,streaming:this.#s,complete:t,later:s=>this.#f(s)})}};var Rx=2e3,Lx=[],ki=class extends S{static properties={text:{},streaming:{type:Boolean},words:{attribute:!1},annotations:{attribute:!1},sources:{attribute:!1}};static styles=[R,qu];#e=null;#t=[];constructor(){super(),this.text="",this.streaming=!1,this.annotations=Lx,this.sources=null}render(){return d`<div class="body" @click=${this.#i}></div>
      <p class="left-over" hidden></p>`}updated(e){e.has("words")&&this.#r(),["text","streaming","annotations","sources","words"].some(o=>e.has(o))&&this.#e?.write(Lu(this.text,this.annotations,this.#a()),this.streaming)}async getUpdateComplete(){let e=await super.getUpdateComplete();return this.#e?.isBusy===!0&&await new Promise(t=>this.#t.push(t)),e}connectedCallback(){super.connectedCallback(),this.#e!==null&&this.requestUpdate("text")}disconnectedCallback(){super.disconnectedCallback(),this.#e?.stop(),this.#n()}#r(){this.#e?.stop();let e=this.renderRoot.querySelector(".body");e!==null&&(e.replaceChildren(),this.#e=new ka(e,()=>this.#o(),()=>this.#n()))}#o(){return{words:this.words,sources:this.#a(),copy:(e,t)=>{this.#l(e,t)}}}#a(){return this.sources??or(this.annotations)}#n(){this.#s();for(let e of this.#t.splice(0))e()}#s(){let e=this.renderRoot.querySelector(".left-over");if(e===null||this.annotations.length===0&&e.hidden)return;let t=[...this.renderRoot.querySelectorAll(".body [data-source]")],o=new Set(t.map(i=>Number(i.dataset.source))),a=new Set(or(this.annotations)),n=this.#a().flatMap((i,l)=>a.has(i)&&!o.has(l+1)?[l+1]:[]);e.hidden=n.length===0;let s=n.map(i=>({type:"source",number:i}));e.replaceChildren(...ut(s,[],this.#o()))}#i(e){let t=e.target instanceof Element?e.target.closest("[data-source] button"):null,o=Number(t?.parentElement?.dataset.source),a=this.#a()[o-1];a!==void 0&&this.dispatchEvent(new CustomEvent("entity",{detail:{source:a}}))}async#l(e,t){let o=await aa(e),a=this.words(o?"element.markdown.copied":"element.markdown.copy_failed");t.textContent=a,Ye(this,a),setTimeout(()=>{t.textContent=this.words("element.markdown.copy")},Rx)}};customElements.define("agentnook-markdown",ki);var Sa=class{#e=null;of(e){let t=this.#t(e),o=[];return e.forEach((a,n)=>{let s=Math.floor((n-t)/12),i=o.at(-1);i?.number===s?i.rows.push(a):o.push({number:s,rows:[a]})}),o}#t(e){let t=e.findIndex(o=>o.key===this.#e);return t>=0?t:(this.#e=e[0]?.key??null,0)}};var lp=y`
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
    align-items: end;
    justify-content: flex-end;
  }
  .attachments .file-name {
    max-width: min(280px, 60vw);
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
`;var Ca=class{#e;#t;#r=new Set;#o=null;#a=1/0;#n=[];#s=null;constructor(e,t){this.#e=e,this.#t=t}reset(){this.stop(),this.#r.clear(),this.#a=1/0}stop(){this.#s?.(),this.#s=null}see(e){Number.isNaN(e)||e===this.#a||(this.#a=e,this.#e())}isDrawn({number:e}){return this.#r.has(e)}isFar(e,t){return e.number!==this.#o&&Math.abs(e.number-this.#d(t))>2}plan(e){this.#n=e;let t=this.#d(e);for(let{number:o}of e)Math.abs(o-t)<=1&&this.#r.add(o);this.#s===null&&this.#l()!==void 0&&(this.#s=this.#t(()=>this.#i()))}#i(){this.#s=null;let e=this.#l();e!==void 0&&this.#r.add(e),this.#o=e??null,this.#e()}#l(){let e=this.#d(this.#n),t,o=50;for(let{number:a}of this.#n){let n=Math.abs(a-e);n>o||this.#r.has(a)||(t=a,o=n)}return t}#d(e){return Math.max(Math.min(this.#a,e.at(-1)?.number??0),e[0]?.number??0)}};var dp=y`
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
`;var up=y`
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
`;function pp(r){let e=new Map;return r.map(t=>{let o=Px(t),a=e.get(o)??0;return e.set(o,a+1),`${o}#${a}`})}function Px({type:r,key:e,id:t,fields:o}){return e!==null?Ta("key",e):typeof o.name=="string"&&r!=="Icon"?Ta("name",o.name):t===null?Ta("type",r):Ta("id",t)}function Ta(r,e){return`${r}:${e.slice(0,200)}`}var $a=class r{host;path;form;#e;constructor(e,t,o="",a=null){this.host=e,this.path=o,this.form=a,this.#e=t}get words(){return this.host.words}children(e,t=o=>o){let o=pp(e);return le(e,(a,n)=>o[n],(a,n)=>t(this.#e(a,this.at(o[n]??"")),a))}at(e){return new r(this.host,this.#e,`${this.path}/${e}`,this.form)}inForm(e){return new r(this.host,this.#e,this.path,e)}};var Ox=200,Ix=8;function Ea(r){let e={};for(let[t,o]of r)_x(t)&&Dx(e,t,o);return e}function _x(r){let e=r.split("."),t=e.some(o=>o==="__proto__"||o==="constructor"||o==="prototype");return r!==""&&r.length<=Ox&&e.length<=Ix&&!t}function Dx(r,e,t){let o=e.split("."),a=o.pop()??e,n=r;for(let s of o){n[s]??={};let i=n[s];if(!b(i))return void(r[e]=t);n=i}n[a]=t}function cp(r,e){return r.valid?null:r.badInput&&e==="number"?"element.widget.problem.number":r.badInput||r.patternMismatch&&e==="date"?"element.widget.problem.date":r.valueMissing?Nx(e):r.typeMismatch&&e==="email"?"element.widget.problem.email":r.typeMismatch&&e==="url"?"element.widget.problem.url":r.rangeOverflow||r.rangeUnderflow?"element.widget.problem.range":"element.widget.problem.form"}function Nx(r){return r==="checkbox"?"element.widget.problem.tick":["radio","select-one","date"].includes(r)?"element.widget.problem.choose":"element.widget.problem.missing"}function fp(r){return[...r.querySelectorAll("[data-field]")].filter(e=>e.form===r)}function mp(r){let e=new Map;for(let t of fp(r)){let[o,a]=Si(t),n=t.type==="radio"&&!t.checked;!t.disabled&&!(n&&e.has(o))&&e.set(o,a)}return Ea([...e])}function Si(r){return[r.dataset.field??"",Bx(r)]}function Bx(r){if(!(r instanceof HTMLInputElement))return r.value===""&&Fx(r)?null:r.value;switch(hp(r)){case"checkbox":return r.checked;case"radio":return r.checked?r.value:null;case"number":return Number.isNaN(r.valueAsNumber)?null:r.valueAsNumber;case"date":return r.value||null;default:return r.value}}function hp(r){return r.getAttribute("type")??r.type}function Fx(r){return r instanceof HTMLSelectElement}function gp(r){let e=new Map;for(let t of fp(r)){let o=cp(t.validity,hp(t)),a=lr(t);o!==null&&!t.disabled&&!e.has(a)&&e.set(a,{control:t,sentence:o})}return e}function lr(r){return r?.closest("[data-path]")?.dataset.path??""}var Hx=200;function Aa(r){let{type:e,payload:t,handler:o,loadingBehavior:a,streaming:n}=M(r),s=g(e);return s===""||s.length>Hx?null:{type:s,payload:t??null,handler:U(o,["server","client"]),loading:U(a,["auto","self","container","none"]),streaming:n!==!1}}function Se(r,e){return Aa(r.fields[e])}function xp(r,e){return Object.keys(e).length===0?r:r===null?e:b(r)?{...e,...r}:r}var Ux=2e5,Ce=1e3,qx=1e3;function Z(r,e="value"){return q(r.fields[e],Ux)}function I(r,e="label"){return q(r.fields[e],Ce)}function C(r,e){return r.fields[e]===!0}function z(r,e,t,o){let a=r.fields[e];return typeof a=="number"&&Number.isFinite(a)?Te(Math.round(a),t,o):null}function E(r,e,t){return t.find(o=>o===r.fields[e])??null}function Ci(r){let e=new Map;for(let t of X(r.fields.options).slice(0,qx)){if(!b(t))continue;let o=q(t.value,Ce);if(o===""||e.has(o))continue;let a=q(t.label,Ce)||o,n=q(t.description,Ce);e.set(o,{value:o,label:n===""?a:`${a} – ${n}`,disabled:t.disabled===!0})}return[...e.values()]}function Ma(r,e){let t=/^\d{4}-\d{2}-\d{2}/.exec(g(r.fields[e]))?.[0]??"";return Number.isNaN(Date.parse(t))?"":t}function Te(r,e,t){return Math.min(Math.max(r,e),t)}function q(r,e){return typeof r=="number"?String(r):g(r).slice(0,e)}function ce(r,{host:e,form:t,path:o,words:a}){let n=I(r,"name"),s=e.fieldId(t,n),i=e.problemAt(o),l=e.hasLabel(n);return{id:e.claimed(s)??u,name:n,path:o,label:l?u:I(r,"ariaLabel")||I(r,"placeholder")||Wx(n),disabled:C(r,"disabled")||e.isLocked(o),invalid:i===null?u:"true",describedBy:i===null?u:`${s}-problem`,problem:i===null?u:d`<p class="problem" id=${`${s}-problem`}>${a(i)}</p>`}}function Wx(r){return r.replace(/[._-]+/g," ").trim()||r}function mt(r,e,{host:t,path:o}){let a=r.currentTarget,n=Se(e,"onChangeAction");if(n===null)return;let s={path:o,action:n,loading:"none",form:a.form,field:Si(a)};t.request(s,{waits:!0})}var zx=new Set(["3xs","2xs","xs","sm"]),Gx=new Set(["lg","xl","2xl","3xl"]);function $e(r){let e=g(r.fields.size);return[zx.has(e)?"small":Gx.has(e)?"large":"",C(r,"pill")&&"pill",C(r,"block")&&"block"].filter(Boolean).join(" ")}var Vx={sm:14,md:16,lg:18,xl:20,"2xl":24},jx=["primary","secondary","info","discovery","success","caution","warning","danger"];function yp(r,e){let{form:t}=e,o=Se(r,"onClickAction"),a=C(r,"submit")&&t!==null;a&&(t.action??=o);let n=e.host.isWorking(e.path),s=I(r),i=I(r,"iconStart")||I(r,"iconEnd");return d`<button
    type=${a?"submit":"button"}
    class="button ${Zx(r)}"
    data-path=${e.path}
    aria-label=${s===""?Jx(i)||e.words("element.widget.button"):u}
    aria-busy=${n}
    aria-disabled=${e.host.blocked}
    ?disabled=${C(r,"disabled")||e.host.isLocked(e.path)&&!n}
    @click=${a||o===null?u:l=>Kx(l,o,e)}
  >
    ${Xx(r,e)}
  </button>`}function Kx(r,e,{host:t,path:o}){t.request({path:o,action:e,loading:"self",form:r.currentTarget.form})}function Xx(r,{host:e,path:t}){let o=Vx[E(r,"iconSize",["sm","md","lg","xl","2xl"])??"md"],[a,n]=[_(I(r,"iconStart"),o),_(I(r,"iconEnd"),o)],s=I(r)||(a===null&&n===null?"…":"");return d`${e.isWorking(t)?dr:a}${s===""?u:d`<span>${s}</span>`}${n}`}var dr=d`<span class="spinner" aria-hidden="true"></span>`;function Zx(r){let e=E(r,"style",["primary","secondary"]),t=E(r,"color",jx)??e??"secondary",o=E(r,"variant",["solid","soft","outline","ghost"])??(t==="secondary"?"outline":"solid"),a=C(r,"uniform")||I(r)===""?"uniform":"";return`tone-${t} ${o} ${$e(r)} ${a}`}function Jx(r){return r.replace(/^[a-z]+:/,"").replace(/[-_]?\d*$/,"").replaceAll("-"," ")}var Qx={text:new Map([["prose","var(--text)"],["primary","var(--text)"],["emphasis","var(--text)"],["secondary","var(--muted)"],["tertiary","var(--muted)"],["success","var(--good)"],["warning","var(--warning)"],["danger","var(--danger)"]]),surface:new Map([["surface","var(--surface)"],["surface-secondary","var(--sunken)"],["surface-tertiary","var(--hover)"],["surface-elevated","var(--raised)"],["surface-elevated-secondary","var(--sunken)"]]),edge:new Map([["default","var(--line)"],["subtle","var(--line)"],["strong","var(--edge)"]])},Yx=new Map([["gray",[215,8]],["red",[4,72]],["orange",[26,84]],["yellow",[45,88]],["green",[146,56]],["blue",[212,78]],["purple",[266,62]],["pink",[330,72]]]),Ti=[[0,100],[50,97],[100,94],[500,52],[900,20],[1e3,8]],ey=/^([a-z]+)-(\d{1,4})$/,bp=/^#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/,ty=/^(?:rgb|hsl)a?\((?:[\d.%,/ +-]|deg){5,60}\)$/,ry=/^[a-z]{3,20}$/,oy=new Set(["inherit","initial","unset","revert","none","auto"]);function fe(r,e){if(!b(r))return $i(r,e);let[t,o]=[$i(r.light,e),$i(r.dark,e)];return t!==null&&o!==null?`light-dark(${t}, ${o})`:t??o}function $i(r,e){if(typeof r!="string"||r.length>80)return null;let t=r.trim().toLowerCase(),o=Qx[e].get(t)??ay(t);return o!==null?o:bp.test(t)||ty.test(t)||ry.test(t)&&!oy.has(t)?t:null}function ay(r){let e=wp(r);return e&&`hsl(${e.hue} ${e.saturation}% ${e.lightness}%)`}function wp(r){let[,e="",t=""]=ey.exec(r)??[],o=Yx.get(e);return o?{hue:o[0],saturation:o[1],lightness:ny(Number(t))}:null}function ny(r){let e=Ti.findIndex(([n])=>n>=r),[t,o]=[Ti[e],Ti[e-1]];if(t===void 0)return 8;if(o===void 0)return t[1];let a=(r-o[0])/(t[0]-o[0]);return Math.round(o[1]+a*(t[1]-o[1]))}function Ra(r){if(typeof r!="string")return null;let e=r.trim().toLowerCase(),t=wp(e);if(t!==null)return t.lightness>55?"light":"dark";if(!bp.test(e))return null;let o=e.length<7?[...e.slice(1,4)].map(i=>i+i):e.slice(1,7).match(/../g),[a=0,n=0,s=0]=(o??[]).map(i=>Number.parseInt(i,16));return .299*a+.587*n+.114*s>140?"light":"dark"}var vp=4,kp=96,Sp=1600,sy=100,Cp=16,iy=/^(\d{1,6}(?:\.\d{1,4})?)(px|rem|em|%|vw|vh)?$/,ly=new Set(["auto","max-content","min-content","fit-content"]),dy=/^(\d{1,3}(?:\.\d{1,2})?)(?: \d{1,3}(?:\.\d{1,2})?)?(?: (?:auto|0|\d{1,3}%))?$/,uy=/^(\d{1,5}(?:\.\d{1,4})?)(?: ?\/ ?(\d{1,5}(?:\.\d{1,4})?))?$/;function Ee(r){if(typeof r=="number")return Number.isFinite(r)?La(r*vp,kp):null;let[e,t]=Ep(r)??[];return e===void 0||t==="%"||t==="vw"||t==="vh"?null:La(e*(t===void 0?vp:t==="px"?1:Cp),kp)}function j(r){if(typeof r=="number")return Number.isFinite(r)?La(r,Sp):null;if(typeof r=="string"&&ly.has(r))return r;let[e,t]=Ep(r)??[];return e===void 0?null:t==="%"||t==="vw"||t==="vh"?`${Te(e,0,100)}${t}`:La(e*(t===void 0||t==="px"?1:Cp),Sp)}function Tp(r){return typeof r=="number"?Number.isFinite(r)?String(Te(r,0,sy)):null:r==="auto"||r==="none"||typeof r=="string"&&dy.test(r)?r:null}function $p(r){let[,e,t]=uy.exec(String(typeof r=="number"||typeof r=="string"?r:""))??[];if(e===void 0)return null;let o=Number(e)/Number(t??1);return o>0&&Number.isFinite(o)?String(Te(o,.1,20)):null}function Ep(r){let[,e,t]=typeof r=="string"&&iy.exec(r.trim())||[];return e===void 0?null:[Number(e),t]}function La(r,e){return`${Te(r,0,e)}px`}var py=8,cy={top:["top"],right:["right"],bottom:["bottom"],left:["left"],x:["left","right"],y:["top","bottom"]},fy=new Map([["start","flex-start"],["center","center"],["end","flex-end"],["baseline","baseline"],["stretch","stretch"],["between","space-between"],["around","space-around"],["evenly","space-evenly"]]),my=new Map([["none","0px"],["2xs","2px"],["xs","4px"],["sm","6px"],["md","8px"],["lg","10px"],["xl","12px"],["2xl","16px"],["3xl","20px"],["4xl","24px"],["full","9999px"],["100%","100%"]]),hy=["solid","dashed","dotted","double","groove","ridge","inset","outset"];function ht({fields:r}){return{width:j(r.width??r.size),height:j(r.height??r.size),"min-width":j(r.minWidth??r.minSize),"min-height":j(r.minHeight??r.minSize),"max-width":j(r.maxWidth??r.maxSize),"max-height":j(r.maxHeight??r.maxSize),"aspect-ratio":$p(r.aspectRatio),"border-radius":my.get(g(r.radius))??null,flex:Tp(r.flex),...gt("margin",r.margin)}}function ur(r){let{fields:e}=r;return{"align-items":Pa(e.align),"justify-content":Pa(e.justify),"flex-wrap":E(r,"wrap",["nowrap","wrap","wrap-reverse"]),gap:Ee(e.gap),...gt("padding",e.padding)}}function ze({fields:r}){return{"background-color":fe(r.background,"surface"),...gy(r.border)}}function Pa(r){return typeof r=="string"&&fy.get(r)||null}function gt(r,e){if(!b(e))return{[r]:Ee(e)};let t={};return Mp(e,(o,a)=>{t[`${r}-${o}`]=Ee(a)}),t}function gy(r){if(!b(r)||"size"in r)return{border:Ap(r)};let e={};return Mp(r,(t,o)=>{e[`border-${t}`]=Ap(o)}),e}function Mp(r,e){for(let t of["x","y","top","right","bottom","left"])if(r[t]!==void 0)for(let o of cy[t])e(o,r[t])}function Ap(r){let e=b(r)?r:{size:r},{size:t,color:o,style:a}=e;if(typeof t!="number"||!Number.isFinite(t))return null;let n=hy.find(s=>s===a)??"solid";return`${Te(t,0,py)}px ${n} ${fe(o,"edge")??"var(--line)"}`}var Ei=class extends Y{#e=[];render(e){return F}update(e,[t]){let{style:o}=e.element,a=Object.entries(t).flatMap(([s,i])=>i===null?[]:[[s,i]]),n=a.map(([s])=>s);for(let s of this.#e)n.includes(s)||o.removeProperty(s);for(let[s,i]of a)o.setProperty(s,i);return this.#e=n,F}},B=me(Ei);var xy=/^data:image\/(?:png|jpe?g|gif|webp|avif|bmp);base64,[a-z0-9+/]+={0,2}$/i;var Ai={kind:"none"};function Ae(r,...e){if(/^data:/i.test(r))return r.length<=8e6&&xy.test(r)?{kind:"picture",url:r}:Ai;let t=URL.parse(r);return t===null||!["http:","https:","blob:"].includes(t.protocol)?Ai:e.some(o=>t.origin===new URL(o).origin)?{kind:"picture",url:t.href}:t.protocol==="blob:"?Ai:{kind:"link",url:t.href}}function Oa({fields:r}){let{text:e,icon:t,favicon:o,frame:a}=M(r.status),n=q(e,Ce);if(n==="")return u;let s=Ae(g(o),location.href),i=d`<img
    class=${a===!0?"framed":""}
    src=${s.kind==="picture"?s.url:u}
    alt=""
  />`;return d`<div class="status">
    ${s.kind==="picture"?i:_(g(t),16)}<span>${n}</span>
  </div>`}function pr(r){return E(r,"theme",["light","dark"])??Ra(r.fields.background)??u}function Lp(r,e){let t=C(r,"asForm")?Op(e.path,Aa(M(r.fields.confirm).action)):null,o=t===null?e:e.inForm(t),a=C(r,"collapsed")&&!e.host.isUnfolded(e.path),n={...ze(r),...gt("padding",r.fields.padding)},s=d`${Oa(r)}${yy(r,e)}
    <div class="col body" ?hidden=${a}>${o.children(r.children)}</div>
    ${by(r,e)}`,i=`card size-${E(r,"size",["sm","md","lg","full"])??"md"}`,l=pr(r);return t===null?d`<div class=${i} data-scheme=${l} ${B(n)}>${s}</div>`:d`<form
        class=${i}
        data-scheme=${l}
        novalidate
        @submit=${Ip(t,o,!0)}
        ${B(n)}
      >
        ${s}
      </form>`}function Pp(r,e){let t=Op(e.path,Se(r,"onSubmitAction")),o=e.inForm(t),a=E(r,"direction",["row","col"])??"col",n={...ht(r),...ur(r),...ze(r)};return d`<form class="form ${a}" novalidate @submit=${Ip(t,o,!1)} ${B(n)}>
    ${o.children(r.children)}
  </form>`}function Op(r,e){return{path:r,action:e}}function Ip(r,{host:e},t){return o=>{o.preventDefault();let a=o.currentTarget,{action:n,path:s}=r;if(n===null)return;let l={path:lr(o.submitter)||s,action:n,loading:t?"container":"self",form:a};e.request(t?{...l,card:{path:s,action:"confirm"}}:l,{checked:!0})}}function yy(r,{host:e,path:t,words:o}){if(!C(r,"collapsed"))return u;let a=e.isUnfolded(t);return d`<button
    type="button"
    class="button ghost tone-secondary fold"
    aria-expanded=${a}
    @click=${()=>e.unfold(t,!a)}
  >
    ${_("chevron-right",16)}<span>${o(a?"element.widget.hide":"element.widget.show")}</span>
  </button>`}function by(r,e){let t=[Rp(r,"cancel",e),Rp(r,"confirm",e)];return t.every(o=>o===u)?u:d`<div class="footer">${t}</div>`}function Rp(r,e,{host:t,path:o}){let a=r.fields[e],n=b(a)?Aa(a.action):null;if(!b(a)||n===null)return u;let s=`${o}/${e}`,i=e==="confirm"&&C(r,"asForm"),l=t.isTaken(o,e),p=c=>{let{form:f}=c.currentTarget;t.request({path:s,action:n,loading:"container",form:f,card:{path:o,action:e}})};return d`<button
    type=${i?"submit":"button"}
    class="button ${e==="confirm"?"tone-primary solid":"tone-secondary outline"}"
    data-path=${s}
    aria-busy=${t.isWorking(s)}
    aria-disabled=${t.blocked||l}
    ?disabled=${t.isLocked(o)&&!t.isWorking(s)&&!l}
    @click=${i?u:p}
  >
    ${t.isWorking(s)?dr:l?_("check",16):u}<span
      >${q(a.label,Ce)}</span
    >
  </button>`}function _p(r,e){let t=E(r,"direction",["row","col"])??"col";return d`<div class="basic ${t}" data-scheme=${pr(r)} ${B(ur(r))}>
    ${e.children(r.children)}
  </div>`}function Dp(r,e){let t=ce(r,e),o=Ci(r),a=I(r,"defaultValue"),n=I(r,"placeholder")||e.words("element.widget.nothing_chosen"),s=o.some(({value:l})=>l===a),i=C(r,"clearable");return d`<div class="field ${C(r,"block")?"block":""}">
    <select
      class="control ${$e(r)}"
      id=${t.id}
      data-field=${t.name}
      data-path=${t.path}
      aria-label=${t.label}
      aria-invalid=${t.invalid}
      aria-describedby=${t.describedBy}
      ?required=${C(r,"required")}
      ?disabled=${t.disabled}
      @change=${l=>mt(l,r,e)}
    >
      ${s&&!i?u:wy(n,i,!s)}
      ${o.map(({value:l,label:p,disabled:c})=>d`<option value=${l} ?selected=${l===a} ?disabled=${c}>${p}</option>`)}</select
    >${t.problem}
  </div>`}function wy(r,e,t){return d`<option value="" ?disabled=${!e} ?selected=${t}>${r}</option>`}function Np(r,e){let t=ce(r,e),o=I(r);return d`<div class="field">
    <label class="choice">
      <input
        type="checkbox"
        id=${t.id}
        data-field=${t.name}
        data-path=${t.path}
        aria-label=${o===""?t.label:u}
        aria-invalid=${t.invalid}
        aria-describedby=${t.describedBy}
        ?checked=${C(r,"defaultChecked")}
        ?required=${C(r,"required")}
        ?disabled=${t.disabled}
        @change=${a=>mt(a,r,e)}
      /><span>${o}</span></label
    >${t.problem}
  </div>`}function Bp(r,e){let{host:t,form:o}=e,a=ce(r,e),n=t.fieldId(o,a.name),s=I(r,"defaultValue"),i=I(r,"ariaLabel")||a.label;return d`<div
    class="field radios ${E(r,"direction",["row","col"])??"col"}"
    role="radiogroup"
    data-path=${a.path}
    aria-label=${i}
    aria-labelledby=${i===u?`${n}-label`:u}
    aria-required=${C(r,"required")?"true":u}
    aria-invalid=${a.invalid}
    aria-describedby=${a.describedBy}
  >
    ${Ci(r).map(({value:l,label:p,disabled:c},f)=>d`<label class="choice">
          <input
            type="radio"
            id=${f===0?a.id:u}
            name="group ${a.path}"
            data-field=${a.name}
            value=${l}
            ?checked=${l===s}
            ?required=${C(r,"required")}
            ?disabled=${a.disabled||c}
            @change=${m=>mt(m,r,e)}
          /><span>${p}</span></label
        >`)}
    ${a.problem}
  </div>`}var vy={xs:12,sm:14,md:18,lg:20,xl:24,"2xl":28,"3xl":32},ky=["cover","contain","fill","scale-down","none"],Sy=/^(?:(?:top|bottom) (?:left|right)|top|bottom|left|right|center)$/,Cy=500,Ty=20,cr=200;function Fp(r){let e=vy[E(r,"size",["xs","sm","md","lg","xl","2xl","3xl"])??"md"],t=_(I(r,"name"),e);return t===null?u:d`<span class="glyph" ${B({color:fe(r.fields.color,"text")})}>${t}</span>`}function Hp(r){let e=I(r,"alt"),t=Ae(g(r.fields.src),location.href);if(t.kind==="link")return $y(t.url,e);if(t.kind==="none")return e===""?u:d`<div class="caption">${e}</div>`;let o=g(r.fields.position),a={...ht(r),...ze(r),"object-fit":E(r,"fit",ky),"object-position":Sy.test(o)?o:null},n=`${C(r,"frame")?"framed":""} ${C(r,"flush")?"flush":""}`;return d`<img class=${n} src=${t.url} alt=${e} decoding="async" ${B(a)} />`}function $y(r,e){let t=be(r);if(t===null)return e===""?u:d`<div class="caption">${e}</div>`;let o=lt(e,t);return d`<span
    ><a class="elsewhere" href=${t.href} title=${t.href} rel="noreferrer">${oe(e)||r}</a>${o===""?u:d` <bdi class="caption">(${o})</bdi>`}</span
  >`}function Up({fields:r},{words:e}){let t=M(r.xAxis),o=g(r.xAxis)||g(t.dataKey),a=M(t.labels),n=X(r.series).slice(0,Ty).flatMap(Ey),s=X(r.data).filter(b).slice(0,Cy),i=l=>{let p=q(l[o],cr);return Object.hasOwn(a,p)?q(a[p],cr):p};return d`<div class="wide" tabindex="0" role="group" aria-label=${e("element.widget.chart")}>
    <table class="chart">
      <thead>
        <tr>
          <th scope="col">${o}</th>
          ${n.map(({label:l})=>d`<th scope="col">${l}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${s.map(l=>d`<tr>
              <th scope="row">${i(l)}</th>
              ${n.map(({key:p})=>d`<td>${q(l[p],cr)}</td>`)}
            </tr>`)}
      </tbody>
    </table>
  </div>`}function Ey(r){let{dataKey:e,label:t}=M(r),o=q(e,cr);return o===""?[]:[{key:o,label:q(t,cr)||o}]}function qp(r,e){if(r.children.length>0)return d`<div class="col">${e.children(r.children)}</div>`;let t=Ze(r.fields)||Z(r,"name");return t===""?u:d`<div class="text md">${t}</div>`}var Ay=/\\.|\[(?:\\.|[^\]\\])*\]|\(\?:|\(\?|[()|]|[*+?]\??|\{\d+(?:,\d*)?\}\??|[^]/gu,My=/^(?:\(\?|\\[1-9k])$/;function Wp(r){return typeof r!="string"||r===""||r.length>200?null:Ry(r)&&Ly(r)<=2e7?r:null}function Ry(r){try{return new RegExp(r,"v")instanceof RegExp}catch{return!1}}function Ly(r){let e=[{ways:1,alternatives:1,last:1}];for(let o of r.match(Ay)??[]){let a=e.at(-1);if(a===void 0||My.test(o))return 1/0;o==="("||o==="(?:"?e.push({ways:1,alternatives:1,last:1}):o===")"?Py(e):o==="|"?a.alternatives+=1:Oy(a,o)}let[t]=e;return t===void 0?1/0:t.ways*t.alternatives}function Py(r){let e=r.pop(),t=r.at(-1);e===void 0||t===void 0||(t.last=e.ways*e.alternatives,t.ways*=t.last)}function Oy(r,e){let t=Iy(e);if(t===null){r.last=1;return}let o=r.last===1||t.most===1;r.ways*=o?t.most-t.least+1:1/0}function Iy(r){if(r.startsWith("*"))return{least:0,most:256};if(r.startsWith("+"))return{least:1,most:256};if(r.startsWith("?"))return{least:0,most:1};let[,e,t,o]=/^\{(\d+)(,?)(\d*)\}/.exec(r)??[];if(e===void 0)return null;let a=t===""?Number(e):o===""?256:Number(o);return{least:Number(e),most:a}}var zp=2e4,Ia=24,Dy=1e3,Ny="[0-9]{4}-[0-9]{2}-[0-9]{2}";function Gp(r,e){let t=E(r,"inputType",["number","email","password","tel","url"])??"text",o=`control ${$e(r)} ${E(r,"variant",["soft"])??""}`,a=ce(r,e);return d`<div class="field">
    ${Vp(r,a,{type:t,classes:o,value:Z(r,"defaultValue")})}
    ${t==="password"?d`<p class="caution">${e.words("element.widget.password")}</p>`:u}
    ${a.problem}
  </div>`}function Vp(r,e,{type:t,classes:o,value:a,style:n={}}){let s=Wp(r.fields.pattern);return d`<input
    type=${t}
    step=${t==="number"?"any":u}
    class=${o}
    id=${e.id}
    data-field=${e.name}
    data-path=${e.path}
    value=${a}
    placeholder=${I(r,"placeholder")||u}
    pattern=${s??u}
    maxlength=${s===null?zp:256}
    autocomplete="off"
    aria-label=${e.label}
    aria-invalid=${e.invalid}
    aria-describedby=${e.describedBy}
    ?required=${C(r,"required")}
    ?disabled=${e.disabled}
    @focus=${C(r,"autoSelect")?jp:u}
    ${B(n)}
  />`}function jp(r){r.currentTarget.select()}function Kp(r,e){let t=`control ${$e(r)} ${C(r,"autoResize")?"growing":""}`,o=ce(r,e),a={rows:z(r,"rows",1,Ia)??3,most:z(r,"maxRows",1,Ia)};return d`<div class="field">
    ${Xp(r,o,{...a,classes:t,value:Z(r,"defaultValue")})}${o.problem}
  </div>`}function Xp(r,e,{classes:t,value:o,rows:a,most:n,style:s={}}){let i={"min-height":`calc(${a}lh + 12px)`,"max-height":n===null?null:`calc(${n}lh + 12px)`};return d`<textarea
    class=${t}
    id=${e.id}
    data-field=${e.name}
    data-path=${e.path}
    rows=${a}
    .defaultValue=${o}
    placeholder=${I(r,"placeholder")||u}
    maxlength=${zp}
    autocomplete="off"
    aria-label=${e.label}
    aria-invalid=${e.invalid}
    aria-describedby=${e.describedBy}
    ?required=${C(r,"required")}
    ?disabled=${e.disabled}
    @focus=${C(r,"autoSelect")?jp:u}
    ${B({...s,...i})}
  ></textarea>`}function Zp(r,e,{style:t,size:o}){let{editable:a}=r.fields,n={...r,fields:b(a)?a:{},children:[]},s=ce(n,e),[i,l]=[Z(r),`editable text ${o}`],p=z(r,"minLines",1,Ia)??1,c=p>1||i.includes(`
`)||(z(r,"maxLines",1,Ia)??1)>1;return d`<div class="field">
    ${c?Xp(n,s,{classes:`${l} growing`,value:i,rows:p,most:null,style:t}):Vp(n,s,{type:"text",classes:l,value:i,style:t})}
    ${s.problem}
  </div>`}function Jp(r,e){let t=ce(r,e);return d`<div class="field">
    <input
      type="date"
      class="control ${$e(r)}"
      id=${t.id}
      data-field=${t.name}
      data-path=${t.path}
      value=${Ma(r,"defaultValue")}
      min=${Ma(r,"min")||u}
      max=${Ma(r,"max")||"9999-12-31"}
      pattern=${Ny}
      placeholder=${e.words("element.widget.day_form")}
      aria-label=${t.label}
      aria-invalid=${t.invalid}
      aria-describedby=${t.describedBy}
      ?required=${C(r,"required")}
      ?disabled=${t.disabled}
      @change=${o=>{let{value:a}=o.currentTarget;(a===""||Number.parseInt(a,10)>=Dy)&&mt(o,r,e)}}
    />${t.problem}
  </div>`}var Qp=50;function Yp(r,e){return Mi(r,e,E(r,"direction",["row","col"])??"col")}function ec(r,e){return Mi(r,e,"row")}function tc(r,e){return Mi(r,e,"col")}function Mi(r,e,t){let o={...ht(r),...ur(r),...ze(r)};return d`<div class=${t} data-scheme=${Ra(r.fields.background)??u} ${B(o)}>
    ${e.children(r.children)}
  </div>`}function rc(r){return d`<div class="spacer" ${B({"flex-basis":j(r.fields.minSize)})}></div>`}function oc(r){let e=Ee(r.fields.spacing),t={"border-top-width":j(r.fields.size),"border-top-color":fe(r.fields.color,"edge"),"margin-top":e,"margin-bottom":e};return d`<hr class=${C(r,"flush")?"flush":""} ${B(t)} />`}function ac(r,e){return d`<div class="col appearing">${e.children(r.children)}</div>`}function nc(r,e){return d`<div class="wide" tabindex="0" role="group" aria-label=${e.words("element.widget.table")}>
    <table>
      <tbody>
        ${e.children(r.children,By)}
      </tbody>
    </table>
  </div>`}function By(r,{type:e}){return e==="Table.Row"?r:d`<tr>
        <td>${r}</td>
      </tr>`}function sc(r,e){let t=C(r,"header");return d`<tr>
    ${e.children(r.children,(o,a)=>Fy(o,a,t))}
  </tr>`}function Fy(r,e,t){if(e.type!=="Table.Cell")return d`<td>${r}</td>`;let o={columns:z(e,"colSpan",1,Qp)??u,rows:z(e,"rowSpan",1,Qp)??u},a={width:j(e.fields.width),"text-align":E(e,"align",["start","center","end"]),"vertical-align":Hy(e),...gt("padding",e.fields.padding)},n=E(e,"colSize",["xs","sm","md","lg","xl"]),s=n===null?"":`col-${n}`;return t?d`<th class=${s} scope="col" colspan=${o.columns} rowspan=${o.rows} ${B(a)}>${r}</th>`:d`<td class=${s} colspan=${o.columns} rowspan=${o.rows} ${B(a)}>${r}</td>`}function Hy(r){let e=E(r,"vAlign",["start","center","end"]);return e&&{start:"top",center:"middle",end:"bottom"}[e]}function ic(r,e){return d`${e.children(r.children)}`}var Uy=200,lc=500,dc=8,qy=new Set(["Text","Title","Caption","Badge","Icon","Box","Row","Col","Spacer","Divider","Transition"]);function uc(r,e){let{host:t,path:o,words:a}=e,n=r.fields.limit==="auto"?dc:z(r,"limit",1,lc)??lc,s=Math.max(n,t.shownCount(o)),i=r.children.length-s;return d`<div class="card list" data-scheme=${pr(r)}>
    ${Oa(r)}
    <ul>
      ${e.children(r.children.slice(0,s),zy)}
    </ul>
    ${i>0?d`<button
            type="button"
            class="button ghost tone-secondary more"
            @click=${l=>Wy(l,t.showMore(o,s+Math.max(n,dc)))}
          >
            ${a("element.widget.more",{count:String(i)})}
          </button>`:u}
  </div>`}async function Wy(r,e){let t=r.currentTarget.parentElement?.querySelectorAll(":scope > ul > li"),o=t?.length??0,a=t?.[0]?.parentElement;await e;let n=a?.children[o];(n?.querySelector(".cover")??n)?.focus()}function zy(r){return d`<li tabindex="-1">${r}</li>`}function pc(r,e){let{host:t,path:o}=e,a=Se(r,"onClickAction"),n={gap:Ee(r.fields.gap),"align-items":Pa(r.fields.align)},s=Ze(r.children.map(cc)).replace(/\s+/g," ").slice(0,Uy),i=a!==null&&!r.children.some(fc);return d`<div class=${a===null?"item":"item active"}>
    ${a===null?u:(p=>d`<button
      type="button"
      class="cover"
      data-path=${o}
      aria-label=${s||I(r)||p.type}
      aria-busy=${t.isWorking(o)}
      aria-disabled=${t.blocked}
      ?disabled=${t.isLocked(o)}
      @click=${()=>t.request({path:o,action:p,loading:"self",form:null})}
    ></button>`)(a)}
    <div class="row" aria-hidden=${i?"true":u} ${B(n)}>${e.children(r.children)}</div>
    ${t.isWorking(o)?dr:u}
  </div>`}function cc({fields:r,children:e}){return{...r,children:e.map(cc)}}function fc({type:r,fields:e,children:t}){return!qy.has(r)||typeof e.editable=="object"||t.some(fc)}var mc=["xs","sm","md","lg","xl"],Gy=["sm","md","lg","xl","2xl","3xl","4xl","5xl"],Ri=100;function hc(r,e){let t={..._a(r),width:j(r.fields.width),"min-height":Vy(r)},o=E(r,"size",mc)??"md",{editable:a}=r.fields;if(typeof a=="object"&&a!==null)return Zp(r,e,{style:t,size:o});let n=["text",o,C(r,"italic")&&"italic",C(r,"lineThrough")&&"struck",Li(r)];return d`<div class=${n.filter(Boolean).join(" ")} ${B(t)}>${Z(r)}</div>`}function gc(r){let e=E(r,"size",Gy)??"md",t=Z(r);return t===""?u:d`<h3 class="title t-${e} ${Li(r)}" ${B(_a(r))}>${t}</h3>`}function xc(r){let e=E(r,"size",["sm","md","lg"])??"md";return d`<div class="caption c-${e} ${Li(r)}" ${B(_a(r))}>${Z(r)}</div>`}function yc(r,{host:e,form:t}){let o=I(r,"fieldName"),a=e.fieldId(t,o),n=E(r,"size",mc)??"sm";return d`<label
    class="label ${n}"
    id=${e.claimed(`${a}-label`)??u}
    for=${a}
    ${B(_a(r))}
    >${Z(r)}</label
  >`}function bc(r){let e=E(r,"color",["success","danger","warning","info","discovery"])??"secondary",t=E(r,"variant",["solid","soft","outline"])??"soft",o=E(r,"size",["sm","md","lg"])??"sm",a=C(r,"pill")?"pill":"";return d`<span class="badge tone-${e} ${t} b-${o} ${a}">${I(r)}</span>`}function wc(r,{words:e}){return d`<agentnook-markdown
    .text=${Z(r)}
    .streaming=${C(r,"streaming")}
    .words=${e}
  ></agentnook-markdown>`}function _a(r){let e=E(r,"weight",["normal","medium","semibold","bold"]),t=z(r,"maxLines",1,Ri);return{color:fe(r.fields.color,"text"),"font-weight":e&&(e==="normal"?"var(--weight)":"var(--weight-strong)"),"text-align":E(r,"textAlign",["start","center","end"]),"-webkit-line-clamp":t===null?null:String(t)}}function Vy(r){let e=z(r,"minLines",1,Ri);return e===null?null:`${e}lh`}function Li(r){return z(r,"maxLines",1,Ri)!==null?"clamped":C(r,"truncate")?"truncated":""}var jy=new Map([["Badge",bc],["Basic",_p],["Box",Yp],["Button",yp],["Caption",xc],["Card",Lp],["Chart",Up],["Checkbox",Np],["Col",tc],["DatePicker",Jp],["Divider",oc],["Form",Pp],["Icon",Fp],["Image",Hp],["Input",Gp],["Label",yc],["ListView",uc],["ListViewItem",pc],["Markdown",wc],["RadioGroup",Bp],["Row",ec],["Select",Dp],["Spacer",rc],["Table",nc],["Table.Cell",ic],["Table.Row",sc],["Text",hc],["Textarea",Kp],["Title",gc],["Transition",ac]]),vc=(r,e)=>(jy.get(r.type)??qp)(r,e);var kc=y`
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
`;var Sc=y`
  :host {
    display: block;
    max-width: calc(100% + 8px);
    /* Nothing of a widget is drawn, or can be pressed, outside of its place; focus rings have room in it. */
    margin: -4px;
    padding: 4px;
    contain: layout paint;
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
`;var Da=class{words=e=>e;announcement="";#e;#t=null;#r=!1;#o=null;#a=new Map;#n=new Map;#s=new Map;#i=new Map;#l=new Set;#d=new Map;#u=`field-${crypto.randomUUID()}`;#c=new Set;#p=new Set;constructor(e){this.#e=e}get blocked(){return this.#r||this.#o!==null}get workingPath(){return this.#o?.request.path??null}update(e,t){this.#c.clear(),e!==this.#t&&(this.#t=e,this.#p=new Set(Cc(e)),this.#n.clear()),this.#r=t}doWhatWaits(){let[e]=this.#a.values();this.blocked||e===void 0||(this.#a.delete(e.path),this.request(e))}request(e,{checked:t=!1,waits:o=!1}={}){if(this.isLocked(e.card?.path??e.path))return;if(this.blocked)return void(o&&this.#a.set(e.path,e));if(t&&e.form!==null&&!this.#m(e.form))return;let{action:a,form:n,field:s}=e,i=n===null?Ea(s?[s]:[]):mp(n),l=a.loading==="auto"?e.loading:a.loading,p={request:e,loading:l,root:this.#t};this.#o=p,this.#e.changed(),this.#e.act({action:{type:a.type,payload:xp(a.payload,i)},handler:a.handler,streaming:a.streaming,done:c=>this.#f(p,c)})}recheck(e,t){t&&this.#s.delete(e)&&this.#e.changed()}isWorking(e){return this.#o!==null&&this.#o.loading!=="none"&&this.#o.request.path===e}isLocked(e){let t=o=>e===o||e.startsWith(`${o}/`);return this.#o?.loading==="container"||[...this.#n.keys()].some(t)}isTaken(e,t){return this.#n.get(e)===t}problemAt(e){return this.#s.get(e)??null}fieldId(e,t){let o=`${e?.path??""} ${t}`,a=this.#d.get(o)??`${this.#u}-${this.#d.size}`;return this.#d.set(o,a),a}claimed(e){return this.#c.has(e)?null:(this.#c.add(e),e)}hasLabel(e){return this.#p.has(e)}shownCount(e){return this.#i.get(e)??0}async showMore(e,t){return this.#i.set(e,t),this.#e.changed()}isUnfolded(e){return this.#l.has(e)}unfold(e,t){t?this.#l.add(e):this.#l.delete(e),this.#e.changed()}#m(e){let t=gp(e);this.#s=new Map([...t].map(([a,{sentence:n}])=>[a,n]));let[o]=t.values();return this.announcement=o===void 0?"":this.words("element.widget.problems",{count:String(t.size)}),this.#e.changed(),o?.control.focus(),o===void 0}#f(e,t){if(this.#o!==e)return;this.#o=null;let{card:o}=e.request;t&&e.loading!=="none"&&e.root===this.#t&&o!==void 0&&this.#n.set(o.path,o.action),this.#e.changed()}};function Cc({type:r,fields:e,children:t}){return[...r==="Label"?[g(e.fieldName)]:[],...t.flatMap(Cc)]}var Pi=class extends S{static properties={root:{attribute:!1},itemId:{attribute:!1},words:{attribute:!1},busy:{type:Boolean}};static styles=[R,kc,Sc,dp,up];#e=new Da({changed:()=>(this.requestUpdate(),this.updateComplete),act:e=>this.dispatchEvent(new CustomEvent("act",{detail:e}))});#t=null;#r=null;constructor(){super(),this.itemId="",this.busy=!1}willUpdate(){this.#t=this.shadowRoot?.activeElement??null,this.#e.words=this.words,this.#e.update(this.root,this.busy)}render(){return d`<div class="widget" @input=${this.#o} @change=${this.#o}>
        ${new $a(this.#e,vc).children([this.root])}
      </div>
      <p class="visually-hidden" role="status">${this.#e.announcement}</p>`}updated(){this.#a(),this.#e.doWhatWaits()}#o({target:e}){let t=e;this.#e.recheck(lr(t),t.validity?.valid??!0)}#a(){let e=this.#t,t=this.#e.workingPath;e instanceof HTMLElement&&e.matches(":disabled")&&t!==null?(this.#r=e,this.#n(t)?.focus({preventScroll:!0})):e instanceof HTMLElement&&e.isConnected&&this.shadowRoot?.activeElement===null&&e.focus({preventScroll:!0}),t===null&&this.#r!==null&&(e?.matches("button")&&!this.#r.matches(":disabled")&&this.#r.focus({preventScroll:!0}),this.#r=null)}#n(e){return[...this.renderRoot.querySelectorAll("button[data-path]")].find(o=>o.dataset.path===e)??null}};customElements.define("agentnook-widget",Pi);var Ky=2e3,Oi=class extends S{static properties={words:{attribute:!1},copied:{attribute:!1},feedback:{type:Boolean},retry:{type:Boolean},given:{attribute:!1},told:{state:!0}};static styles=[R,y`
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
      /* Whoever shows this may hide it. */
      .again {
        visibility: var(--again, visible);
      }
      button:hover:not(:disabled),
      button[aria-pressed='true'] {
        color: var(--text);
      }
      button[aria-pressed='true'] svg {
        fill: var(--accent-tint);
        stroke: var(--accent);
      }
    `];#e;constructor(){super(),this.copied=null,this.feedback=!1,this.retry=!1,this.given=null,this.told=!1}disconnectedCallback(){super.disconnectedCallback(),clearTimeout(this.#e),this.told=!1}render(){return d`${this.copied===null?u:this.#r(this.copied)}
      ${this.feedback?[this.#o("positive"),this.#o("negative")]:u}
      ${this.retry?this.#t("element.answer_again",io,()=>this.dispatchEvent(new CustomEvent("again")),"icon again"):u}`}#t(e,t,o,a="icon"){let n=this.words(e);return d`<button
      type="button"
      class=${a}
      aria-label=${n}
      title=${n}
      @click=${o}
    >
      ${t}
    </button>`}#r(e){let t=()=>{this.#n(e())};return this.told?this.#t("element.copied",so,t):this.#t("element.copy",Od,t)}#o(e){let t=this.words(`element.feedback.${e}`);return d`<button
      type="button"
      class="icon"
      aria-label=${t}
      aria-pressed=${this.given===e}
      title=${t}
      @click=${()=>this.#a(e)}
    >
      ${e==="positive"?_d:Dd}
    </button>`}#a(e){this.given!==e&&this.dispatchEvent(new CustomEvent("feedback",{detail:e}))}async#n(e){this.told=await aa(e),this.told&&Ye(this,this.words("element.copied")),clearTimeout(this.#e),this.#e=setTimeout(()=>{this.told=!1},Ky)}};customElements.define("agentnook-actions",Oi);function Tc({parts:r}){return or(r.flatMap(({annotations:e})=>e))}function $c(r,e){return r.length===0?u:d`<ol class="sources" aria-label=${e.words("element.sources")}>
    ${r.map(t=>d`<li>${Ii(t,e)}</li>`)}
  </ol>`}function Ii(r,e){let t=r.title||r.url||"",o=r.kind==="url"&&r.url!==null?be(r.url):null;return o!==null?Xy(o,t):r.kind==="entity"?Ac(r,e):Mc(tt,t,r.description)}function Xy(r,e){let t=lt(e,r);return d`<a href=${r.href} target="_blank" rel="noopener noreferrer" title=${r.href} dir="auto"
      >${oe(e)}</a
    >${t===""?u:d` <bdi>(${t})</bdi>`}`}function Ec(r,e){let t={id:r.id,icon:null,label:null,interactive:r.interactive,data:r.data},o={kind:"entity",title:r.text,description:null,url:null,group:r.group,entity:t};return Ac(o,e)}function Ac(r,{wish:e}){let{entity:t,title:o,description:a}=r,n=(t?.icon?_(t.icon,14):null)??Nd;return t?.interactive!==!0?Mc(n,o,a):d`<button
    type="button"
    class="chip"
    title=${a??u}
    @click=${()=>e("entity",{source:r})}
  >
    ${n}<span class="name" dir="auto">${o}</span>
  </button>`}function Mc(r,e,t){return d`<span class="chip" title=${t??u}
    >${r}<span class="name" dir="auto">${e}</span></span
  >`}function Rc(r,e,t,o){return d`<article class="row answer">
    <span class="visually-hidden">${t.words("element.agent_said",{agent:t.agentLabel})}</span>
    ${Zy(r,e,t,o)} ${e.turn===null?u:eb(e.turn,t)}
  </article>`}function Zy(r,e,t,o){switch(r.type){case"assistant_message":return Jy(r,e.live,t);case"widget":return Qy(r,t,o);case"generated_image":return Yy(r,e.live,t)}}function Jy(r,e,t){let o=r.parts.length-1,a=Tc(r),n=({text:i,annotations:l})=>i!==""||l.length>0,s=(i,l)=>d`<agentnook-markdown
      .text=${i.text}
      .annotations=${i.annotations}
      .sources=${a}
      .streaming=${e&&l===o}
      .words=${t.words}
      @entity=${p=>t.wish("entity",p.detail)}
    ></agentnook-markdown>`;return d`${r.parts.map((i,l)=>n(i)?s(i,l):u)}
    ${e?u:$c(a,t)}`}function Qy(r,{words:e,wish:t},o){return d`<agentnook-widget
    .root=${r.root}
    .itemId=${r.id}
    .words=${e}
    .busy=${o}
    @act=${a=>t("act",{...a.detail,itemId:r.id})}
  ></agentnook-widget>`}function Yy(r,e,{words:t}){let o=Ae(r.url??"",document.baseURI);return o.kind==="picture"?d`<img class="generated" src=${o.url} alt=${t("element.image")} decoding="async" />`:o.kind==="link"?d`<a class="chip" href=${o.url} target="_blank" rel="noopener noreferrer"
      >${Ft}${t("element.image.open")}</a
    >`:!e&&r.progress===null?d`<p class="quiet">${t("element.image.missing")}</p>`:d`<div class="generated pending">
    ${Ft}
    <progress aria-label=${t("element.image.progress")} max="1" value=${r.progress??u}></progress>
  </div>`}function eb({entries:r,askedBy:e,latest:t,verdict:o},{words:a,actions:n,wish:s}){let i=r.flatMap(l=>l.type==="notice"?[]:[l.id]);return d`<agentnook-actions
    class=${t?"latest":""}
    .words=${a}
    .copied=${Js(r)===""?null:()=>Js(r)}
    .feedback=${n.feedback}
    .given=${o}
    .retry=${n.retry&&e!==null}
    @feedback=${l=>s("feedback",{itemIds:i,kind:l.detail})}
    @again=${()=>e!==null&&s("retry-item",{itemId:e})}
  ></agentnook-actions>`}var Lc=y`
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
`;var Pc={values:[],skipped:!0},_i=class extends S{static properties={words:{attribute:!1},item:{attribute:!1},busy:{type:Boolean},empty:{state:!0}};static styles=[R,Lc];constructor(){super(),this.busy=!1,this.empty=!0}render(){let{status:e,questions:t}=this.item;return e!=="pending"?d`<dl>${t.map(o=>this.#o(o))}</dl>`:d`<form @submit=${this.#i} @input=${this.#s}>
      ${t.map((o,a)=>this.#e(o,`question-${a}`))}
      <div class="buttons">
        <button type="button" ?disabled=${this.busy} @click=${this.#l}>${this.words("element.questions.skip")}</button>
        <button class="main" ?disabled=${this.busy||this.empty}>${this.words("element.questions.send")}</button>
      </div>
    </form>`}#e(e,t){if(e.options.length===0)return this.#t(e,t);let{options:o,multiple:a}=e;return d`<fieldset>
      <legend dir="auto">${e.question}</legend>
      ${this.#r(e)}
      ${o.map(n=>d`<label dir="auto">
          <input type=${a?"checkbox":"radio"} name=${t} value=${n} @click=${this.#n} />${n}
        </label>`)}
      <input
        class="own"
        type="text"
        name=${t}
        dir="auto"
        autocomplete="off"
        aria-label=${this.words("element.questions.own")}
        placeholder=${this.words("element.questions.own")}
        data-alone=${a?u:""}
        @input=${this.#a}
      />
    </fieldset>`}#t(e,t){return d`<label class="free">
      <span dir="auto">${e.question}</span>
      ${this.#r(e)}
      <textarea name=${t} rows="2" dir="auto"></textarea>
    </label>`}#r({description:e}){return e===null?u:d`<small dir="auto">${e}</small>`}#o({question:e,answer:t}){let o=t?.skipped===!0?[]:t?.values??[];return d`<div>
      <dt dir="auto">${e}</dt>
      ${o.length===0?d`<dd class="quiet">${this.words("element.questions.skipped")}</dd>`:o.map(a=>d`<dd dir="auto">${a}</dd>`)}
    </div>`}#a({currentTarget:e}){let t=e;if(!(!("alone"in t.dataset)||t.value===""))for(let o of Oc(t,'input[type="radio"]'))o.checked=!1}#n({currentTarget:e}){for(let t of Oc(e,"[data-alone]"))t.value=""}#s(){this.empty=this.#u().every(([,{skipped:e}])=>e)}#i(e){e.preventDefault(),!this.empty&&!this.busy&&this.#d({status:"answered",answers:Object.fromEntries(this.#u())})}#l(){let e=this.item.questions.map(({id:t})=>[t,Pc]);this.#d({status:"skipped",answers:Object.fromEntries(e)})}#d(e){this.dispatchEvent(new CustomEvent("answer",{detail:e}))}#u(){let e=this.renderRoot.querySelector("form"),t=e===null?new FormData:new FormData(e);return this.item.questions.map(({id:o},a)=>{let s=t.getAll(`question-${a}`).map(i=>String(i).trim()).filter(i=>i!=="");return[o,s.length===0?Pc:{values:s,skipped:!1}]})}};function Oc(r,e){return r.closest("fieldset")?.querySelectorAll(e)??[]}customElements.define("agentnook-questions",_i);function Ic({level:r,title:e,message:t},{words:o}){return d`<div class="row notice ${r}" role="note">
    ${r==="info"?wn:no}
    <div class="about">
      ${r==="info"?u:d`<span class="visually-hidden">${o(`element.notice.${r}`)}</span>`}
      ${e===null?u:d`<strong dir="auto">${e}</strong>`}
      <agentnook-markdown .text=${t} .words=${o}></agentnook-markdown>
    </div>
  </div>`}function _c({text:r},{words:e,agentLabel:t}){return r===""?d`<div class="row line">${wn}<span>${e("element.unknown_item")}</span></div>`:d`<article class="row">
    <span class="visually-hidden">${e("element.agent_said",{agent:t})}</span>
    <div class="text" dir="auto">${r}</div>
  </article>`}var tb=1500,Dc=18;function Nc(r,e){let{words:t}=e;return d`<article class=${r.id===te?"row user unsent":"row user"}>
    <span class="visually-hidden">${t("element.you_said")}</span>
    ${r.attachments.length===0?u:sb(r.attachments,e)}
    ${r.text.trim()===""&&r.quotedText===null?u:rb(r,e)}
  </article>`}function rb(r,e){let{words:t}=e;return d`<div class="said">
    <div class="bubble">
      ${r.quotedText===null?u:d`<blockquote dir="auto">${r.quotedText}</blockquote>`}
      ${ob(r.text)?ab(r,e):Bc(r.parts,e)}
    </div>
    <agentnook-actions .words=${t} .copied=${()=>r.text}></agentnook-actions>
  </div>`}function ob(r){return r.length>tb||r.split(`
`,Dc+1).length>Dc}function ab(r,e){let{words:t}=e;return d`<div class="folded">${Bc(r.parts,e)}</div>
    <button type="button" class="unfold" aria-expanded="false" @click=${o=>nb(o,t)}>
      ${t("element.show_all")}
    </button>`}function nb({currentTarget:r},e){let t=r,o=t.previousElementSibling?.classList.toggle("open")===!0;t.ariaExpanded=String(o),t.textContent=e(o?"element.show_less":"element.show_all")}function Bc(r,e){let t=r.map(o=>o.type==="text"?o.text:Ec(o,e));return d`<div class="text" dir="auto">${t}</div>`}function sb(r,{words:e,serverUrl:t}){return d`<ul class="attachments" aria-label=${e("element.attachments")}>
    ${r.map(o=>d`<li>${ib(o,t)}</li>`)}
  </ul>`}function ib({name:r,previewUrl:e},t){let o=Ae(e??"",document.baseURI,t);return o.kind==="picture"?d`<img src=${o.url} alt=${r} title=${r} loading="lazy" decoding="async" />`:d`<span class="chip">${et}${Xr(r)}</span>`}function Fc(r,e=document.documentElement.lang||"en"){let t=r>=120,o={style:"unit",unit:t?"minute":"second",unitDisplay:"long"};return new Intl.NumberFormat(e,o).format(Math.max(1,Math.round(t?r/60:r)))}var lb={custom:null,web_search:lo,thought:kn,file:tt,image:Ft};function qc(r,e,t){let o=(r.icon===null?null:_(r.icon,18))??(r.kind==="reasoning"?kn:Nt),a=d`<span class="name" dir="auto">${ub(r,e,t)}</span>`;return r.tasks.length===0?d`<div class="row line">${e?xt():o}${a}</div>`:d`<details class="row work" ?open=${r.expanded}>
    <summary class="line">${e?xt():o}${a}<span class="fold">${vn}</span></summary>
    <ul class="tasks">
      ${r.tasks.map(n=>d`<li class="task">${Vc(n,e,t)}</li>`)}
    </ul>
  </details>`}function Wc({task:r},e,t){return d`<div class="row task">${Vc(r,e,t)}</div>`}function zc(r,e){let[t]=r;if(r.length===1&&t!==void 0)return d`<div class="row line">${Hc(t,e)}</div>`;let o=r.every(Gc),a=e.words(o?"element.tools.done":"element.tools.asked",{count:String(r.length)});return d`<details class="row work">
    <summary class="line">
      ${o?Nt:Bt}<span class="name">${a}</span><span class="fold">${vn}</span>
    </summary>
    <ul class="tasks">
      ${r.map(n=>d`<li class="line">${Hc(n,e)}</li>`)}
    </ul>
  </details>`}function xt(){return d`<span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>`}function Hc(r,{words:e}){let t=Gc(r),o=e(db(r),{tool:r.name.replaceAll("_"," ")});return d`${t?Nt:Bt}<span class="name">${o}</span>`}function Gc({status:r,failed:e}){return r==="completed"&&!e}function db({status:r,failed:e}){return r!=="completed"?"element.tool.asked":e?"element.tool.failed":"element.tool.done"}function ub(r,e,{words:t}){if(r.title!==null)return r.title;if(r.durationSeconds!==null)return t("element.thought.for",{duration:Fc(r.durationSeconds)});let o=e?r.tasks.findLast(({title:a})=>a!==null)?.title:null;return o||(r.kind==="reasoning"?t(e?"element.thinking":"element.thought"):t(e?"element.progress.working":"element.work"))}function Vc(r,e,t){let{content:o,queries:a,sources:n}=r;return d`${pb(r,e)}
    <div class="about">
      ${cb(r,t)}
      ${o===null||o===""?u:d`<agentnook-markdown
            .text=${o}
            .streaming=${e&&r.status==="loading"}
            .words=${t.words}
          ></agentnook-markdown>`}
      ${a.length===0?u:Uc("element.task.queries",a.map(mb),t)}
      ${n.length===0?u:Uc("element.sources",n.map(s=>Ii(s,t)),t)}
    </div>
    ${hb(r,e,t)}`}function pb(r,e){return e&&r.status==="loading"?xt():(r.icon===null?null:_(r.icon,18))??lb[r.kind]??(r.status==="complete"?Nt:Pd)}function cb(r,{words:e}){let t=r.title??(r.kind==="custom"||r.kind==="thought"?null:e(fb[r.kind]));return t===null?u:d`<span class="name" dir="auto">${t}</span>`}var fb={web_search:"element.task.web_search",file:"element.task.file",image:"element.task.image"};function mb(r){return d`<q dir="auto">${r}</q>`}function Uc(r,e,{words:t}){return d`<ul class="chips" aria-label=${t(r)}>
    ${e.map(o=>d`<li>${o}</li>`)}
  </ul>`}function hb(r,e,{words:t}){if(r.status==="none"||r.status==="loading"&&!e)return u;let o=r.status==="complete"?"element.task.complete":"element.task.loading";return d`<span class="visually-hidden">${t(o)}</span>`}function jc({entries:[{type:r}]}){return r==="widget"||r==="structured_input"}function Kc(r,e,t){let[o]=r.entries;switch(o.type){case"user_message":return Nc(o,e);case"assistant_message":case"widget":case"generated_image":return Rc(o,r,e,t);case"client_tool_call":return zc(r.entries.filter(a=>a.type==="client_tool_call"),e);case"workflow":return qc(o,r.live,e);case"task":return Wc(o,r.live,e);case"structured_input":return gb(o,e,t);case"notice":return Ic(o,e);case"other":return _c(o,e);case"end_of_turn":return u}}function gb(r,e,t){let{words:o,agentLabel:a,wish:n}=e;return d`<article class="row">
    <span class="visually-hidden">${o("element.agent_asks",{agent:a})}</span>
    <agentnook-questions
      .words=${o}
      .item=${r}
      .busy=${t}
      @answer=${s=>n("answer",{itemId:r.id,input:s.detail})}
    ></agentnook-questions>
  </article>`}var Xc=new Set(["assistant_message","widget","generated_image"]);function Zc({entries:[{type:r}]}){return Xc.has(r)}var Na=class{#e=new WeakMap;of(e,t,o){let a=xb(e),n=yb(a,t,o);return a.map((s,i)=>{let l=t&&i===a.length-1;return this.#t({key:s[0].id,entries:s,live:l,turn:n.get(i)??null})})}#t(e){let[t]=e.entries,o=this.#e.get(t);return o!==void 0&&wb(o,e)?o:(this.#e.set(t,e),e)}};function xb(r){let e=[];for(let t of r){if(t.type==="end_of_turn")continue;let o=e.at(-1);t.type==="client_tool_call"&&o?.[0].type===t.type?o.push(t):e.push([t])}return e}function yb(r,e,t){let o=new Map,a=null,n=0,s=-1;for(let i=0;i<=r.length;i+=1){let l=r[i]?.[0];if(l!==void 0&&l.type!=="user_message"){Xc.has(l.type)&&(s=i);continue}let p=i===r.length;if(s>=0&&!(p&&e)){let c=r.slice(n,i).flat();o.set(s,{entries:c,askedBy:a,latest:p,verdict:bb(c,t)})}a=l?.id??null,n=i+1,s=-1}return o}function bb(r,e){if(e.size===0)return null;let t=r.find(({id:o})=>e.has(o));return t===void 0?null:e.get(t.id)??null}function wb(r,e){return r.live===e.live&&Jc(r.entries,e.entries)&&vb(r.turn,e.turn)}function vb(r,e){return r===null||e===null?r===e:r.latest===e.latest&&r.askedBy===e.askedBy&&r.verdict===e.verdict&&Jc(r.entries,e.entries)}function Jc(r,e){return r.length===e.length&&r.every((t,o)=>t===e[o])}var Qc=y`
  :host {
    position: relative;
    display: block;
    min-height: 0;
  }
  /* Nothing can be asked again while an answer is being written. */
  :host([working]) agentnook-actions {
    --again: hidden;
  }
  /* Room for the actions that a finished answer gets, so that nothing moves when it is finished. */
  :host([working]) .column {
    padding-bottom: 64px;
  }
  .scroller {
    height: 100%;
    overflow: hidden auto;
    overflow-anchor: none;
    overscroll-behavior: contain;
    scrollbar-gutter: stable both-edges;
    outline-offset: -2px;
  }
  .column {
    max-width: calc(var(--column) + 32px);
    min-height: 100%;
    margin: 0 auto;
    padding: 16px 0 24px;
    /* As wide as the composer, whose scroller has no gutter: that takes 12 px of the margin where there is no more. */
    --inset: clamp(4px, calc((100% - var(--column)) / 2), 16px);
  }
  .column > :not(.block) {
    margin: 8px var(--inset);
  }
  .block {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
    padding: 6px var(--inset);
    /* Here already, for the reason given in markdown.styles.ts. */
    contain: style;
    /* What is not drawn or skipped keeps the size it had, or until then the size that is usual. */
    contain-intrinsic-block-size: auto calc(var(--rows, ${12}) * 110px);
  }
  .block.waiting {
    height: calc(var(--rows, ${12}) * 110px);
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
`;var Fa=class{atEnd=!0;follows=!0;isWhole=!1;#e;#t;#r=null;#o=!1;#a=0;#n=0;#s=-1/0;#i=null;#l=null;#d=null;constructor(e,t){this.#e=e,this.#t=t,e.addController(this)}get fromStart(){return this.#t()?.scrollTop??0}get firstBlock(){let e=this.#t();return e===null?null:tf(e)}get fromEnd(){let e=this.#t();return e===null?0:e.scrollHeight-e.scrollTop-e.clientHeight}follow(){this.atEnd=!0,this.#r="end",this.#s=-1/0,this.#e.requestUpdate()}toStart(){this.atEnd=!1,this.#r="start"}hold(e){let t=this.#t();t!==null&&(this.#l={row:e,top:Yc(t,e)})}touched(){this.#s=performance.now()}scrolled(){let e=this.#t();if(e===null)return;let{scrollTop:t}=e,o=this.atEnd&&this.follows&&!this.#u(e);this.#o=this.isWhole&&!o&&t<=0,this.#i!==null&&(this.#i=kb(this.#a-t,this.#i)),!o&&this.#l===null&&this.#f(e),this.#c(e),this.#i=ef(e),this.#p(o||this.fromEnd<48)}hostUpdated(){let e=this.#t();e!==null&&(this.#r!==null&&this.#m(e),this.#h(e))}hostDisconnected(){this.#d?.disconnect(),this.#d=null}#u({scrollTop:e,scrollHeight:t}){return e>=this.#a?!1:t===this.#n||performance.now()-this.#s<1e3}#c({scrollTop:e,scrollHeight:t}){this.#a=e,this.#n=t}#p(e){e!==this.atEnd&&(this.atEnd=e,this.#e.requestUpdate())}#m(e){let t=this.#r;this.#r=null,t==="start"?e.scrollTop=0:t==="end"||this.atEnd&&this.follows&&this.#l===null?e.scrollTop=e.scrollHeight:this.#f(e),this.#c(e),(t!==null||this.#i?.row.isConnected!==!0)&&(this.#i=ef(e))}#f(e){let t=this.#l??this.#i;if(this.#o&&this.#l===null)e.scrollTop=0;else if(t?.row.isConnected===!0){let o=Yc(e,t.row)-t.top;Math.abs(o)>=1&&(e.scrollTop+=o)}this.#p(this.fromEnd<48)}#h(e){if(this.#d===null){this.#d=new ResizeObserver(()=>{this.#m(e),this.#l=null}),this.#d.observe(this.#e);for(let t of e.children)this.#d.observe(t)}}};function kb(r,{row:e,top:t}){return{row:e,top:t+r}}function Yc(r,e){return e.getBoundingClientRect().top-r.getBoundingClientRect().top}function tf(r){let e=r.querySelectorAll(".block");return rf(e,r.getBoundingClientRect().top)}function ef(r){let{top:e,bottom:t}=r.getBoundingClientRect(),o=tf(r),a=o;for(;a!==null&&a.childElementCount===0&&a.getBoundingClientRect().bottom<t;)a=a.nextElementSibling;let n=(a===null?null:rf(a.children,e))??o;return n===null?null:{row:n,top:n.getBoundingClientRect().top-e}}function rf(r,e){let t=0,o=r.length;for(;t<o;){let a=t+o>>1;(r[a]?.getBoundingClientRect().bottom??0)>e?o=a:t=a+1}return r[t]??null}var of=1200,Di=class extends S{static properties={words:{attribute:!1},session:{attribute:!1},agentLabel:{},serverUrl:{},progress:{attribute:!1},actions:{attribute:!1},autoScroll:{attribute:!1},earlierFailed:{state:!0}};static styles=[R,Jr,lp,Qc];#e=new Fa(this,()=>this.#s);#t=new Na;#r=new Sa;#o=new Ca(()=>this.requestUpdate(),md);#a=null;#n=null;constructor(){super(),this.agentLabel="",this.serverUrl=document.baseURI,this.progress=null,this.actions={feedback:!1,retry:!1},this.autoScroll=!0,this.earlierFailed=!1}disconnectedCallback(){super.disconnectedCallback(),this.#o.stop()}willUpdate(e){["words","agentLabel","serverUrl","actions"].some(a=>e.has(a))&&(this.#a=null);let o=e.get("session");o!==void 0&&this.#l(o),this.#e.follows=this.session.conversation.later===null&&(this.autoScroll||!this.#i),this.#e.isWhole=this.session.conversation.earlier===null,this.toggleAttribute("working",this.#i)}render(){let{conversation:e,phase:t}=this.session,o=this.#t.of(e.entries,this.#i,this.session.feedback),a=this.#r.of(o);this.#o.plan(a);let n=this.#S(o);return d`<div
        class="scroller"
        role="log"
        aria-live="off"
        aria-label=${this.words("element.conversation")}
        aria-busy=${t!=="idle"}
        tabindex="0"
        @scroll=${this.#m}
        @wheel=${this.#p}
        @touchmove=${this.#p}
        @pointerdown=${this.#p}
        @click=${this.#x}
        @keydown=${this.#y}
      >
        <div class="column">
          ${e.earlier===null?u:this.#v()}
          ${t==="loading"&&o.length===0?this.#k():u}
          ${le(a,({number:s})=>s,s=>this.#d(s,a))}
          ${o.length===0&&t==="idle"?d`<p class="quiet">${this.words("element.empty")}</p>`:u}
          ${this.#w()}
        </div>
      </div>
      ${this.#e.atEnd&&e.later===null?u:this.#C(n)}`}get#s(){return this.renderRoot.querySelector(".scroller")}get#i(){return this.session.phase!=="idle"&&this.session.phase!=="loading"}#l(e){let{conversation:t,loadingEarlier:o}=this.session,{threadId:a,entries:n,earlier:s,later:i}=t,l=e.conversation.threadId===a||e.conversation.threadId===null,p=n.at(-1)?.id===te&&e.conversation.entries.at(-1)?.id!==te,c=e.conversation.later===null&&i!==null,f=!l||c||!n.some(({id:m})=>m===e.conversation.entries[0]?.id);f&&this.#o.reset(),c?(this.#e.toStart(),this.#o.see(-1/0)):(p||f)&&this.#e.follow(),o?this.earlierFailed=!1:e.loadingEarlier&&(this.earlierFailed=s!==null&&s===e.conversation.earlier)}#d(e,t){let o=this.#o.isDrawn(e),a=o?this.#o.isFar(e,t)?"block far":"block":"block waiting",n=e.rows.length===12?u:`--rows: ${e.rows.length}`;return d`<div class=${a} data-number=${e.number} style=${n}>
      ${o?this.#u(e):u}
    </div>`}#u({rows:e}){let t=this.#c(),o=a=>this.#i&&jc(a);return Et([t,e.some(o),...e],()=>le(e,a=>a.key,a=>Et([t,o(a),a],()=>Kc(a,t,o(a)))))}#c(){let{words:e,agentLabel:t,serverUrl:o,actions:a}=this,n=(s,i)=>this.dispatchEvent(new CustomEvent(s,{detail:i}));return this.#a??={words:e,agentLabel:t,serverUrl:o,actions:a,wish:n},this.#a}#p={handleEvent:()=>this.#e.touched(),passive:!0};#m(){this.#e.scrolled();let{atEnd:e,fromStart:t,fromEnd:o,firstBlock:a}=this.#e;this.#o.see(e?1/0:Number(a?.dataset.number));let{conversation:n,loadingLater:s}=this.session;t<of&&!e&&!this.earlierFailed&&this.#h(),o<of&&n.later!==null&&!s&&this.#f("later")}#f(e){this.dispatchEvent(new CustomEvent(e))}#h(){let{conversation:e,loadingEarlier:t}=this.session;e.earlier!==null&&!t&&this.#f("earlier")}#x(e){let t=e.composedPath().filter(a=>a instanceof Element),o=t.find(a=>a.classList.contains("row"));o!==void 0&&t.some(a=>a.matches("summary, .unfold"))&&this.#e.hold(o)}#y(e){e.key!=="End"&&this.#e.touched();let{conversation:t,phase:o}=this.session;if(e.composedPath()[0]!==this.#s)return;let a=!e.ctrlKey&&!e.metaKey&&!e.altKey&&!e.shiftKey;if(e.key==="End"&&a)this.#g();else if(e.key==="Home"&&t.earlier!==null&&o==="idle")this.#f("start");else return;e.preventDefault()}#g(){this.#s?.focus({preventScroll:!0}),this.session.conversation.later===null?this.#e.follow():this.#f("newest")}#w(){if(this.progress===null)return u;let{progressIcon:e}=this.session.conversation,t=e===null||this.progress===""?null:_(e),[o,a]=t===null?[xt(),u]:[t,xt()];return d`<div class="line progress">${o}<span class="name" dir="auto">${this.progress}</span>${a}</div>`}#k(){return d`<div class="skeleton">
      <i></i><i></i><i></i><i></i>
      <span class="visually-hidden">${this.words("element.loading")}</span>
    </div>`}#v(){let{loadingEarlier:e}=this.session,t=this.earlierFailed?d`<span>${this.words("element.earlier.failed")}</span>`:u;return d`<div class="earlier">
      ${t}
      <button type="button" aria-disabled=${e} @click=${this.#h}>
        ${this.words(e?"element.loading":this.earlierFailed?"element.retry":"element.earlier")}
      </button>
    </div>`}#C(e){let t=e===1?this.words("element.new_answer"):this.words("element.new_answers",{count:`${e}`}),o=this.words("element.to_end");return d`<button
      type="button"
      class=${e===0?"icon to-end":"to-end"}
      aria-label=${e===0?o:u}
      title=${o}
      @click=${this.#g}
    >
      ${Rd}${e===0?u:t}
    </button>`}#S(e){this.#e.atEnd&&(this.#n=e.at(-1)?.key??null);let t=e.findLastIndex(({key:o})=>o===this.#n);return t<0?0:e.slice(t+1).filter(Zc).length}};customElements.define("agentnook-messages",Di);var Ni=class extends S{static properties={words:{attribute:!1},problem:{attribute:!1}};static styles=[R,y`
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
    `];render(){let{sentence:e,hint:t,retry:o}=this.problem;return d`${no}
      <div>${e}${t===""?u:d`<small>${t}</small>`}</div>
      ${o?d`<button type="button" @click=${()=>this.dispatchEvent(new CustomEvent("retry"))}>
            ${this.words("element.retry")}
          </button>`:u}`}};customElements.define("agentnook-problem",Ni);var Bi=class extends S{static properties={greeting:{},prompts:{attribute:!1}};static styles=[R,y`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        /* What is higher than the window begins at its top, where one can scroll to. */
        align-content: safe center;
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
        height: 100%;
        min-height: 44px;
        padding: 8px 16px;
        border-radius: var(--radius-card);
        font-size: var(--text-size);
        line-height: var(--text-line);
        text-align: start;
      }
      ::slotted(*) {
        width: 100%;
        max-width: 520px;
      }
      span {
        min-width: 0;
        overflow-wrap: anywhere;
      }
      svg {
        flex: none;
        color: var(--accent);
      }
    `];constructor(){super(),this.greeting="",this.prompts=[]}render(){return d`<h1>${this.greeting}</h1>
      <slot></slot>
      <ul>
        ${this.prompts.map(e=>d`<li>
              <button type="button" @click=${()=>this.#e(e)}>
                ${e.icon===void 0?u:_(e.icon)??u}<span>${e.label}</span>
              </button>
            </li>`)}
      </ul>`}#e(e){this.dispatchEvent(new CustomEvent("choose",{detail:e}))}};customElements.define("agentnook-start",Bi);var Fi=class extends S{static properties={words:{attribute:!1},deletedTitle:{attribute:!1}};static styles=[R,y`
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
        display: -webkit-box;
        flex: 1;
        min-width: 0;
        overflow: hidden;
        overflow-wrap: anywhere;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 2;
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
    `];#e=!1;#t=!1;constructor(){super(),this.deletedTitle=null}willUpdate(){this.#e=this.shadowRoot?.activeElement?.localName==="button"}render(){let e=this.deletedTitle,t=e===null?"":this.words("element.undo.deleted",{title:e});return d`<div class=${e===null?"":"bar"}>
      <div role="status" title=${t}>${t}</div>
      ${e===null?u:this.#r()}
    </div>`}updated(){let e=this.deletedTitle===null&&!this.#t;this.#e&&e&&this.dispatchEvent(new CustomEvent("gone")),this.#t=!1}#r(){return d`<button type="button" @click=${this.#o}>${this.words("element.undo.undo")}</button>`}#o(){this.#t=!0,this.dispatchEvent(new CustomEvent("undo"))}};customElements.define("agentnook-undo",Fi);var Ha=class extends oo{static styles=[R,xl];#e=new ta(this,{wanted:()=>this.attachable!==null&&this.session.state.conversation.status.type==="active",take:(e,t)=>{this.attach(e,t),this.focusComposer()}});render(){let{state:e}=this.session;return d`${this.historyOpen?this.#c():u}
      <main ?inert=${this.historyOpen&&this.narrow}>
        ${this.#o(e)} ${Sb(e)?this.#a():this.#n(e)}
        <footer>
          ${this.historyOpen?u:this.#u()} ${this.#i()} ${this.#l(e)}
          ${this.#d()}
        </footer>
      </main>
      <div class="visually-hidden" role="status" aria-live="polite">${this.announcement}</div>
      ${this.#e.over?this.#t():u}`}focusText(){this.renderRoot.querySelector("agentnook-composer")?.focusText()}focusHistory(){this.#r?.focusFirst()}focusThreads(e){this.#r?.focusThread(e)}#t(){return d`<div class="drop-target" aria-hidden="true"><p>${et}${this.words("element.attach.drop")}</p></div>`}get#r(){return this.renderRoot.querySelector("agentnook-history")}#o({conversation:e}){let t=this.options?.header??{};return this.options===null||t.enabled===!1?u:d`<agentnook-header
      .words=${this.words}
      .option=${t}
      .threadTitle=${e.title??""}
      .withHistory=${this.withHistory}
      .historyOpen=${this.historyOpen}
      @history=${()=>{this.historyOpen?this.hideHistory():this.showHistory()}}
      @new=${()=>{this.openFromHistory(null)}}
    ></agentnook-header>`}#a(){if(this.options===null)return d`<div></div>`;let{greeting:e,prompts:t=[]}=this.options.startScreen??{};return d`<agentnook-start
      .greeting=${e??this.words("element.greeting")}
      .prompts=${t}
      @choose=${o=>{this.choosePrompt(Cb(o.detail))}}
      ><slot name="start"></slot
    ></agentnook-start>`}#n(e){let t=e.conversation.title??this.words("element.history.untitled");return d`<div class="visually-hidden">
        <h1>${this.options?.agentLabel||this.words("element.conversation")}</h1>
        <h2>${t}</h2>
      </div>
      ${this.#s(e)}`}#s(e){let{wishes:t,session:o}=this,{feedback:a=!1,retry:n=!1}=this.options?.threadItemActions??{},s=n&&e.conversation.status.type==="active";return d`<agentnook-messages
      .words=${this.words}
      .session=${e}
      .agentLabel=${this.options?.agentLabel??""}
      .serverUrl=${this.serverUrl}
      .progress=${hd(e,this.serverState,this.words)}
      .actions=${Et([a,s],()=>({feedback:a,retry:s}))}
      .autoScroll=${this.options?.thread?.autoScroll??!0}
      @earlier=${()=>{o.loadEarlier()}}
      @later=${()=>{o.loadLater()}}
      @start=${()=>this.unlessBusy(o.jumpToStart())}
      @newest=${()=>this.unlessBusy(o.jumpToNewest())}
      @act=${i=>{t.act(i.detail)}}
      @answer=${i=>{t.answer(i.detail)}}
      @feedback=${i=>{t.feedback(i.detail)}}
      @retry-item=${i=>{t.retry(i.detail)}}
      @entity=${i=>t.entity(i.detail)}
    ></agentnook-messages>`}#i(){return this.problem===null?u:d`<agentnook-problem
      .words=${this.words}
      .problem=${this.problem}
      @retry=${()=>this.tryAgain()}
    ></agentnook-problem>`}#l(e){let{composer:t,options:o}=this;return d`<agentnook-composer
      .words=${this.words}
      .placeholder=${o?.composer?.placeholder??this.words("element.composer.label")}
      .value=${$r(t.text)}
      .attachable=${this.attachable}
      .uploads=${this.uploads.list}
      .refusals=${this.refusals}
      .reply=${t.reply}
      .tools=${t.tools}
      .tool=${t.tool}
      .models=${t.models}
      .model=${t.model}
      .entities=${o?.entities}
      .commands=${o?.commands}
      .wordOfTag=${this.wordOfTag}
      .busy=${e.phase!=="idle"&&e.phase!=="loading"}
      .stoppable=${e.conversation.allowCancel}
      .closedReason=${xd(e,this.words)}
      @write=${a=>this.changeComposer(()=>t.text=a.detail)}
      @send=${()=>{this.submit()}}
      @stop=${()=>{this.stop()}}
      @tool=${a=>this.changeComposer(()=>t.toolId=a.detail)}
      @model=${a=>this.changeComposer(()=>t.chooseModel(a.detail))}
      @attach=${a=>this.attach(a.detail)}
      @remove=${a=>this.uploads.remove(a.detail)}
      @retry=${a=>this.uploads.retry(a.detail)}
      @dismiss=${()=>this.changeComposer(()=>this.refusals=[])}
      @unquote=${()=>this.changeComposer(()=>t.reply=null)}
      @search-failed=${a=>this.searchFailed(a.detail)}
    ></agentnook-composer>`}#d(){let{text:e="",highContrast:t=!1}=this.options?.disclaimer??{};return e===""?u:d`<small class=${t?"strong":""}>
      <agentnook-markdown .text=${e} .words=${this.words}></agentnook-markdown>
    </small>`}#u(){let{removed:e}=this.history.state,t=e===null?null:e.title??this.words("element.history.untitled");return d`<agentnook-undo
      .words=${this.words}
      .deletedTitle=${t}
      @undo=${()=>this.undoRemoval()}
      @gone=${()=>{this.focusAfterUndo()}}
    ></agentnook-undo>`}#c(){let{showDelete:e=!0,showRename:t=!0}=this.options?.history??{};return d`<agentnook-history
      role=${this.narrow?"dialog":"navigation"}
      aria-modal=${this.narrow?"true":u}
      aria-label=${this.words("element.history.title")}
      .words=${this.words}
      .history=${this.history.state}
      .currentId=${this.threadId}
      .locale=${this.options?.locale??navigator.language}
      .renamable=${t}
      .deletable=${e}
      .modal=${this.narrow}
      @choose=${o=>{this.openFromHistory(o.detail)}}
      @rename=${({detail:o})=>{this.history.rename(o.id,o.title)}}
      @remove=${o=>this.removeThread(o.detail)}
      @undo=${()=>this.undoRemoval()}
      @more=${()=>{this.history.readMore()}}
      @retry=${()=>{this.history.reload()}}
      @close=${()=>{this.hideHistory()}}
      >${this.#u()}</agentnook-history
    >`}};function Sb({conversation:r,phase:e}){return r.entries.length===0&&e==="idle"}function Cb({prompt:r}){return typeof r=="string"?Er(r):{content:At({content:r})}}customElements.define("agentnook-chat",Ha);export{Ha as AgentnookChat,Dt as wordsFrom};
