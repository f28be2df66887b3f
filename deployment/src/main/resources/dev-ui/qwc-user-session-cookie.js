import { html, css } from 'lit';
import { QwcHotReloadElement } from 'qwc-hot-reload-element';
import { columnBodyRenderer } from '@vaadin/grid/lit.js';
import '@qomponent/qui-badge';
import '@vaadin/grid';
import '@vaadin/button';
import '@vaadin/icon';
import '@vaadin/progress-bar';
import '@vaadin/select';
import '@vaadin/text-area';
import { JsonRpc } from 'jsonrpc';
import { notifier } from 'notifier';

// a place among the choices, and not a name, which could be anything
const ANY = 'any';

// takes the cookies that this browser sends, which scripts can't read
const BROWSER_COOKIES = new URL('../user-session-browser-cookies', import.meta.url);

/**
 * Opens a pasted cookie or one of this browser as a request would, and shows what is in it or why it can't be opened. Also shows
 * which system a cookie seems to come from.
 */
export class QwcUserSessionCookie extends QwcHotReloadElement {

    // cookies must not end up in the log of the Dev UI
    jsonRpc = new JsonRpc(this, false);

    static styles = css`
        :host {
            display: flex;
            flex-direction: column;
            gap: var(--lumo-space-m);
            padding: 0 var(--lumo-space-m) var(--lumo-space-m);
        }
        vaadin-text-area {
            width: 100%;
            max-width: 75em;
        }
        vaadin-text-area::part(input-field) {
            font-family: var(--lumo-font-family-monospace, monospace);
            font-size: var(--lumo-font-size-s);
        }
        vaadin-select {
            width: 17em;
            max-width: 100%;
        }
        .ask {
            display: flex;
            flex-wrap: wrap;
            align-items: flex-end;
            gap: var(--lumo-space-m);
        }
        .outcome {
            display: flex;
            flex-wrap: wrap;
            align-items: baseline;
            gap: var(--lumo-space-xs) var(--lumo-space-s);
        }
        .outcome > * {
            max-width: 100%;
            overflow-wrap: anywhere;
        }
        dl {
            display: grid;
            grid-template-columns: max-content 1fr;
            gap: var(--lumo-space-xs) var(--lumo-space-l);
            margin: 0;
        }
        dt {
            color: var(--lumo-secondary-text-color);
        }
        dd {
            margin: 0;
            overflow-wrap: anywhere;
        }
        h4 {
            margin: 0;
        }
        pre {
            margin: 0;
            white-space: pre-wrap;
            overflow-wrap: anywhere;
        }
        .secondary {
            color: var(--lumo-secondary-text-color);
        }
    `;

    static properties = {
        _sessions: { state: true },
        _choice: { state: true },
        _text: { state: true },
        _cookie: { state: true },
        _detected: { state: true }
    };

    constructor() {
        super();
        this._choice = ANY;
        this._text = '';
    }

    connectedCallback() {
        super.connectedCallback();
        this._load();
    }

    hotReload() {
        this._load();
    }

    _load() {
        this.jsonRpc.getSessions().then(answer => {
            this._sessions = answer.result;
        });
    }

    render() {
        if (!this._sessions) {
            return html`<vaadin-progress-bar indeterminate></vaadin-progress-bar>`;
        }
        return html`
            <vaadin-text-area label="Cookie" autocomplete="off" spellcheck="false" max-rows="8"
                placeholder="__session=…"
                helper-text="A value, name=value, or a whole Cookie or Set-Cookie line. It is sent only to this application."
                .value=${this._text}
                @value-changed=${event => this._text = event.detail.value}>
            </vaadin-text-area>
            <div class="ask">
                <vaadin-select label="Session" .items=${this._choices()} .value=${this._choice}
                    @value-changed=${event => this._choice = event.detail.value}>
                </vaadin-select>
                <vaadin-button id="open" theme="primary" ?disabled=${this._text.trim() === ''} @click=${this._open}>
                    <vaadin-icon icon="font-awesome-solid:lock-open" slot="prefix"></vaadin-icon>
                    Open
                </vaadin-button>
                <vaadin-button id="detect" ?disabled=${this._text.trim() === ''} @click=${this._detect}
                    title="Recognizes which system this cookie comes from, without a secret.">
                    <vaadin-icon icon="font-awesome-solid:magnifying-glass" slot="prefix"></vaadin-icon>
                    Detect
                </vaadin-button>
                <vaadin-button id="open-browser" @click=${this._openBrowserCookie}
                    title="Opens the cookie that this browser sends to the Dev UI. The page itself can't read that cookie.">
                    <vaadin-icon icon="font-awesome-solid:cookie-bite" slot="prefix"></vaadin-icon>
                    Open this browser's cookie
                </vaadin-button>
            </div>
            ${this._cookie ? this._renderCookie(this._cookie) : ''}
            ${this._detected ? this._renderDetected(this._detected) : ''}
        `;
    }

    _choices() {
        return [
            { label: 'The session of the cookie', value: ANY },
            ...this._sessions.map((session, place) => ({ label: shown(session.name), value: String(place) }))
        ];
    }

    _open() {
        this.jsonRpc.openCookie(this._ofSession({ text: this._text })).then(answer => this._show(answer.result, undefined));
    }

    _openBrowserCookie() {
        const token = Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('');
        // a POST, so that the browser names the origin of this page, and other sites are refused
        fetch(BROWSER_COOKIES, { method: 'POST', headers: { 'X-Token': token }, cache: 'no-store' })
            .then(() => this.jsonRpc.openBrowserCookie(this._ofSession({ token: token })))
            .then(answer => this._show(answer.result, undefined))
            .catch(() => notifier.showErrorMessage('The application did not get the cookies of this browser. Try again.'));
    }

    _detect() {
        this.jsonRpc.detectFormat({ text: this._text }).then(answer => this._show(undefined, answer.result));
    }

    _ofSession(params) {
        if (this._choice !== ANY) {
            params.session = this._sessions[Number(this._choice)].name;
        }
        return params;
    }

    _show(cookie, detected) {
        this._cookie = cookie;
        this._detected = detected;
    }

    _renderDetected(cookies) {
        if (cookies.length === 0) {
            return html`<span class="secondary">This contains no cookie.</span>`;
        }
        return cookies.map(cookie => html`
            <div class="outcome">
                <qui-badge level=${cookie.system ? 'success' : 'contrast'}><span>${cookie.system ?? 'unknown'}</span></qui-badge>
                ${cookie.name ? html`<code>${cookie.name}</code>` : ''}
                <span>${cookie.help}</span>
            </div>
            ${cookie.properties.length > 0 ? html`<pre>${cookie.properties.join('\n')}</pre>` : ''}`);
    }

    _renderCookie(cookie) {
        const good = cookie.outcome === 'valid' || cookie.outcome === 'imported';
        return html`
            <div class="outcome">
                <qui-badge level=${good ? 'success' : 'error'}><span>${cookie.outcome}</span></qui-badge>
                <span>${cookie.help}</span>
            </div>
            <dl>
                <dt>Session</dt>
                <dd>${shown(cookie.session)}, cookie <code>${cookie.cookieName}</code></dd>
                ${cookie.keyId ? html`<dt>Key id</dt><dd><code>${cookie.keyId}</code> ${this._keyBadge(cookie)}</dd>` : ''}
                <dt>Size</dt>
                <dd>${cookie.bytes} of ${cookie.maxBytes} bytes, name and value</dd>
                ${cookie.content ? this._renderTimes(cookie.content) : ''}
            </dl>
            ${cookie.content ? this._renderEntries(cookie.content.entries) : ''}
        `;
    }

    _keyBadge(cookie) {
        if (!cookie.content) {
            return '';
        }
        return cookie.content.currentKey
            ? html`<qui-badge small level="success"><span>current secret</span></qui-badge>`
            : html`<qui-badge small level="contrast"><span>accepted secret</span></qui-badge>`;
    }

    _renderTimes(content) {
        return html`
            <dt>Id</dt>
            <dd><code>${content.id}</code></dd>
            <dt>Created</dt>
            <dd>${time(content.createdAt)}</dd>
            <dt>Issued</dt>
            <dd>${time(content.issuedAt)}</dd>
            <dt>Expires</dt>
            <dd>${time(content.expiresAt)}</dd>
            <dt>Lifetime</dt>
            <dd>${content.lifetime} <span class="secondary">${content.ownLifetime ? 'its own' : 'as configured when it was issued'}</span></dd>
        `;
    }

    _renderEntries(entries) {
        if (entries.length === 0) {
            return html`<span class="secondary">The session is empty.</span>`;
        }
        return html`
            <vaadin-grid .items=${entries} theme="no-border row-stripes wrap-cell-content" all-rows-visible>
                <vaadin-grid-column header="Key" width="16rem" flex-grow="0" resizable
                    ${columnBodyRenderer(entry => html`<code>${entry.key}</code>
                        ${entry.flash ? html`<qui-badge small title="Removed when it has been read once"><span>flash</span></qui-badge>` : ''}
                        ${entry.own ? html`<qui-badge small title="An entry of the extension itself, not a value of the application"><span>session</span></qui-badge>` : ''}`, [])}>
                </vaadin-grid-column>
                <vaadin-grid-column header="Value" ${columnBodyRenderer(entry => html`<pre>${entry.json}</pre>`, [])}>
                </vaadin-grid-column>
            </vaadin-grid>
        `;
    }
}

function shown(name) {
    return name === 'default' ? 'Default session' : name;
}

function time(instant) {
    return html`${new Date(instant).toLocaleString()} <span class="secondary">${instant}</span>`;
}

customElements.define('qwc-user-session-cookie', QwcUserSessionCookie);
