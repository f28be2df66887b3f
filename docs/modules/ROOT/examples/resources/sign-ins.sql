CREATE TABLE sign_in_users (
    user_hash VARCHAR(43) PRIMARY KEY, -- <1>
    mark BIGINT NOT NULL
);

CREATE TABLE sign_ins (
    user_hash VARCHAR(43) NOT NULL,
    id VARCHAR(16) NOT NULL,
    ended BOOLEAN NOT NULL,
    signed_in_at BIGINT, -- <2>
    written_at BIGINT NOT NULL, -- <3>
    bound_at BIGINT, -- <4>
    user_agent VARCHAR(120),
    PRIMARY KEY (user_hash, id)
);
