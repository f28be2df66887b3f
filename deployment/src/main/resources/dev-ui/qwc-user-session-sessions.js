import { html, css } from 'lit';
import { QwcHotReloadElement } from 'qwc-hot-reload-element';
import { columnBodyRenderer } from '@vaadin/grid/lit.js';
import '@qomponent/qui-badge';
import '@vaadin/grid';
import '@vaadin/button';
import '@vaadin/icon';
import '@vaadin/progress-bar';
import '@vaadin/text-field';
import { JsonRpc } from 'jsonrpc';
import { notifier } from 'notifier';

/**
 * All sessions of the application with their effective settings, side by side, and what can be told about their secrets.
 */
export class QwcUserSessionSessions extends QwcHotReloadElement {

    // what is generated here must not end up in the log of the Dev UI
    jsonRpc = new JsonRpc(this, false);

    static styles = css`
        :host {
            display: flex;
            flex-direction: column;
            gap: var(--lumo-space-m);
            padding: 0 var(--lumo-space-m) var(--lumo-space-m);
        }
        .setting {
            color: var(--lumo-secondary-text-color);
        }
        .off {
            color: var(--lumo-tertiary-text-color);
        }
        .secret {
            display: flex;
            flex-wrap: wrap;
            align-items: center;
            gap: var(--lumo-space-xs);
            padding-bottom: var(--lumo-space-xs);
        }
        .generated {
            display: flex;
            align-items: flex-end;
            gap: var(--lumo-space-s);
        }
        .generated vaadin-text-field {
            flex: 1;
            max-width: 62em;
            font-family: var(--lumo-font-family-monospace, monospace);
        }
        p {
            margin: 0;
            max-width: 75em;
            color: var(--lumo-secondary-text-color);
        }
        h4 {
            margin: var(--lumo-space-s) 0 0;
        }
        code {
            font-size: 95%;
        }
    `;

    static properties = {
        _sessions: { state: true },
        _generated: { state: true }
    };

    // in the order in which the configuration reference has them
    static rows = [
        { setting: 'secret', key: 'Key ids of the secrets', render: session => session.secrets.map(renderSecret) },
        { setting: 'cookie.name', render: session => html`<code>${session.cookieName}</code>` },
        { setting: 'cookie.path', render: session => html`<code>${session.path}</code>` },
        { setting: 'cookie.domain', render: session => session.domain ? html`<code>${session.domain}</code>` : off('this host only') },
        { setting: 'cookie.same-site', render: session => session.sameSite },
        { setting: 'cookie.http-only', render: session => String(session.httpOnly) },
        { setting: 'cookie.secure', render: session => session.secure },
        { setting: 'cookie.partitioned', render: session => String(session.partitioned) },
        { setting: 'max-age', render: session => session.maxAge },
        { setting: 'renew-after', render: session => session.renewAfter ?? off('off') },
        { setting: 'absolute-timeout', render: session => session.absoluteTimeout ?? off('off') },
        { setting: 'cache-headers', render: session => String(session.cacheHeaders) },
        { setting: 'sign-in', render: session => session.signIn ? renderSignIn(session) : off('off') },
        { setting: 'import', render: session => session.importing ? renderImport(session.importing) : off('off') }
    ];

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
            <vaadin-grid .items=${QwcUserSessionSessions.rows} theme="no-border row-stripes wrap-cell-content" all-rows-visible>
                <vaadin-grid-column header="Setting" width="14rem" flex-grow="0"
                    ${columnBodyRenderer(row => html`<span class="setting">${row.key ?? row.setting}</span>`, [])}>
                </vaadin-grid-column>
                ${this._sessions.map(session => html`
                    <vaadin-grid-column header=${session.name === 'default' ? 'Default session' : `@SessionName("${session.name}")`}
                        width="16rem" resizable
                        ${columnBodyRenderer(row => row.render(session), [session])}>
                    </vaadin-grid-column>`)}
            </vaadin-grid>
            <p>
                A key id is derived from a secret, but can't be turned back into it. It is not secret: each cookie contains the key
                id of the secret that sealed it.
            </p>
            <h4>A secret for production</h4>
            <p>
                It has 48 random bytes, like the output of <code>openssl rand -base64 48</code>. It is not stored, and nothing uses
                it yet.
            </p>
            ${this._generated ? this._renderGenerated() : ''}
            <div>
                <vaadin-button theme="small" id="generate" @click=${this._generate}>
                    <vaadin-icon icon="font-awesome-solid:key" slot="prefix"></vaadin-icon>
                    ${this._generated ? 'Generate another secret' : 'Generate a secret'}
                </vaadin-button>
            </div>
        `;
    }

    _renderGenerated() {
        return html`
            ${this._renderCopyable('Secret', this._generated.secret)}
            ${this._renderCopyable('For the environment', this._generated.environment)}
        `;
    }

    _renderCopyable(label, text) {
        return html`
            <div class="generated">
                <vaadin-text-field label=${label} .value=${text} readonly theme="small"></vaadin-text-field>
                <vaadin-button theme="small" @click=${() => this._copy(text)}>
                    <vaadin-icon icon="font-awesome-solid:copy" slot="prefix"></vaadin-icon>
                    Copy
                </vaadin-button>
            </div>
        `;
    }

    _generate() {
        this.jsonRpc.generateSecret().then(answer => {
            this._generated = answer.result;
        });
    }

    _copy(text) {
        navigator.clipboard.writeText(text).then(
            () => notifier.showInfoMessage('Copied'),
            () => notifier.showErrorMessage('The browser does not allow this page to copy text: select and copy it yourself'));
    }
}

function off(text) {
    return html`<span class="off">${text}</span>`;
}

function renderSignIn(session) {
    return session.loginPage ? html`on, login page <code>${session.loginPage}</code>` : 'on';
}

function renderImport(importing) {
    return html`${importing.format} from <code>${importing.cookieName}</code> until ${importing.until}`;
}

function renderSecret(secret) {
    return html`
        <div class="secret">
            <code>${secret.keyId}</code>
            <qui-badge small level=${secret.current ? 'success' : 'contrast'}><span>${secret.current ? 'current' : 'accepted'}</span></qui-badge>
            ${renderStanding(secret)}
        </div>
    `;
}

function renderStanding(secret) {
    if (secret.developmentDefault) {
        return html`<qui-badge small><span>development default</span></qui-badge>
            <span class="off">production needs one of its own</span>`;
    }
    return secret.weakness
        ? html`<qui-badge small level="error"><span>weak</span></qui-badge>
            <span>production would not start: it ${secret.weakness}</span>`
        : html`<qui-badge small level="contrast"><span>configured</span></qui-badge>`;
}

customElements.define('qwc-user-session-sessions', QwcUserSessionSessions);
