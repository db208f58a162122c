//! The OpenAPI document: what the handlers declare, completed by what every route has in common.

use std::collections::BTreeMap;

use axum::Router;
use axum::http::{HeaderValue, header};
use axum::response::IntoResponse;
use axum::routing::get;
use utoipa::openapi::path::{Operation, Parameter, ParameterBuilder, ParameterIn};
use utoipa::openapi::schema::{AdditionalProperties, ObjectBuilder, SchemaType, Type};
use utoipa::openapi::security::{
    ApiKey, ApiKeyValue, HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme,
};
use utoipa::openapi::{
    InfoBuilder, LicenseBuilder, OpenApi, OpenApiBuilder, Ref, RefOr, Required, Response, Schema,
};
use utoipa_swagger_ui::SwaggerUi;

use crate::app::AppState;

/// What the browser may load on the page that shows the document: the page's own files, and the one style its logo
/// carries.
const PAGE_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self' 'sha256-RL3ie0nH+Lzz2YNqQN83mnU0J1ot4QL7b99vMdIX99w='; img-src 'self' data:; \
                           connect-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'";

/// Title, licence and the ways to sign in.
pub fn skeleton() -> OpenApi {
    let info = InfoBuilder::new()
        .title("Kataster")
        .version(env!("CARGO_PKG_VERSION"))
        .description(Some(
            "The registry of cybersecurity experts for mutual aid between German municipalities.",
        ))
        .license(Some(
            LicenseBuilder::new()
                .name("EUPL-1.2")
                .identifier(Some("EUPL-1.2"))
                .build(),
        ))
        .build();
    let mut document = OpenApiBuilder::new().info(info).build();
    let token = HttpBuilder::new()
        .scheme(HttpAuthScheme::Bearer)
        .bearer_format("kat_…")
        .build();
    let session = ApiKeyValue::with_description(
        "kataster",
        "Set by signing in; `__Host-kataster` where the service is reached by TLS",
    );
    let components = document.components.get_or_insert_default();
    components.add_security_scheme("token", SecurityScheme::Http(token));
    components.add_security_scheme("session", SecurityScheme::ApiKey(ApiKey::Cookie(session)));
    document
}

/// The document at its address, and a page that shows it without the Internet.
pub fn routes(document: &OpenApi) -> Router<AppState> {
    let json = document.to_json().unwrap_or_default();
    let served =
        move || async move { ([(header::CONTENT_TYPE, "application/json")], json.clone()) };
    let config = utoipa_swagger_ui::Config::from("/api/v1/openapi.json");
    let page = Router::from(SwaggerUi::new("/api/docs").config(config)).layer(
        axum::middleware::map_response(|mut response: axum::response::Response| async move {
            let headers = response.headers_mut();
            headers.insert(
                header::CONTENT_SECURITY_POLICY,
                HeaderValue::from_static(PAGE_POLICY),
            );
            if let Some(content_type) = headers.get_mut(header::CONTENT_TYPE) {
                name_charset(content_type);
            }
            response.into_response()
        }),
    );
    Router::new()
        .route("/api/v1/openapi.json", get(served))
        .merge(page)
}

/// The page's files are UTF-8, and say so.
fn name_charset(content_type: &mut HeaderValue) {
    let text = content_type.to_str().unwrap_or_default();
    if text.starts_with("text/")
        && !text.contains("charset")
        && let Ok(named) = HeaderValue::from_str(&format!("{text}; charset=utf-8"))
    {
        *content_type = named;
    }
}

/// Spells out what handlers abbreviate: each status instead of `default`, closed objects, common headers.
pub fn complete(mut document: OpenApi) -> OpenApi {
    for item in document.paths.paths.values_mut() {
        let reads = [&mut item.get]
            .into_iter()
            .flatten()
            .map(|operation| (operation, Kind::Read));
        let creates = [&mut item.post]
            .into_iter()
            .flatten()
            .map(|operation| (operation, Kind::Create));
        let changes = [&mut item.patch]
            .into_iter()
            .flatten()
            .map(|operation| (operation, Kind::Change));
        let puts = [&mut item.put, &mut item.delete]
            .into_iter()
            .flatten()
            .map(|operation| (operation, Kind::Put));
        reads
            .chain(creates)
            .chain(changes)
            .chain(puts)
            .for_each(|(operation, kind)| {
                let is_conditional = is_conditional(operation);
                spell_out(operation, if is_conditional { Kind::Change } else { kind });
            });
    }
    if let Some(components) = &mut document.components {
        merge_parts(&mut components.schemas);
        components.schemas.values_mut().for_each(close);
    }
    document
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Read,
    Create,
    Change,
    Put,
}

/// Statuses that layers and extractors answer on any route that has the part named.
fn statuses(operation: &Operation, kind: Kind) -> Vec<(&'static str, &'static str)> {
    let mut statuses = vec![
        ("400", "Unreadable"),
        ("403", "Not allowed, or sent by another site"),
        ("404", "Not there, or not for the caller to know of"),
        ("421", "Meant for another host"),
        ("422", "Readable, but not valid"),
        ("429", "An allowance is used up"),
        ("500", "Internal error"),
        ("503", "Storage or index is away; nothing was saved"),
    ];
    if operation.security.is_some() {
        statuses.push(("401", "Nobody is signed in"));
    }
    if kind != Kind::Read {
        statuses.push(("409", "The state does not allow this"));
    }
    if operation.request_body.is_some() {
        statuses.extend([
            ("408", "The body came too slowly"),
            ("413", "The body is too long"),
            ("415", "Not the type asked for"),
        ]);
    }
    if kind == Kind::Change {
        statuses.extend([("412", "Changed meanwhile"), ("428", "If-Match is missing")]);
    }
    statuses
}

fn spell_out(operation: &mut Operation, kind: Kind) {
    let Some(problem) = operation.responses.responses.remove("default") else {
        return;
    };
    if let Some(ways) = &mut operation.security {
        ways.push(SecurityRequirement::new("session", [] as [&str; 0]));
    }
    for (status, description) in statuses(operation, kind) {
        let mut response = problem.clone();
        if let RefOr::T(Response {
            description: text, ..
        }) = &mut response
        {
            description.clone_into(text);
        }
        operation
            .responses
            .responses
            .entry(status.to_owned())
            .or_insert(response);
    }
    let common = match kind {
        Kind::Create if is_keyed(operation) => Some(header_parameter(
            ("Idempotency-Key", Some("^[!-~]{1,200}$")),
            Required::False,
            "The same key and body is the same creation",
        )),
        Kind::Change => Some(header_parameter(
            ("If-Match", None),
            Required::True,
            "The ETag that was read",
        )),
        Kind::Create | Kind::Read | Kind::Put => None,
    };
    operation
        .parameters
        .get_or_insert_default()
        .extend(common.map(RefOr::T));
}

/// Whether a replacement or a decision is made for the version that was read.
fn is_conditional(operation: &Operation) -> bool {
    let id = operation.operation_id.as_deref().unwrap_or_default();
    let conditional = [
        "replace_roster",
        "replace_arrival_sheet",
        "write_estimate",
        "write_costs",
        "decide_estimate",
        "submit_costs",
        "accept_costs",
        "query_costs",
        "settle_costs",
    ];
    conditional.contains(&id)
}

/// Whether a creation may be repeated under a key; the others refuse a second one, or would show a secret again.
fn is_keyed(operation: &Operation) -> bool {
    let id = operation.operation_id.as_deref().unwrap_or_default();
    [
        "create_expert",
        "create_organisation",
        "create_import",
        "create_offer",
        "create_incident",
        "create_help_request",
        "create_offer_request",
        "create_incident_note",
        "create_deployment_message",
        "create_incident_attachment",
        "create_hand_over",
        "create_lesson",
        "comment_on_vetting_case",
    ]
    .contains(&id)
}

fn header_parameter(
    (name, pattern): (&str, Option<&str>),
    required: Required,
    description: &str,
) -> Parameter {
    let text = ObjectBuilder::new()
        .schema_type(SchemaType::new(Type::String))
        .pattern(pattern)
        .build();
    ParameterBuilder::new()
        .name(name)
        .parameter_in(ParameterIn::Header)
        .required(required)
        .description(Some(description))
        .schema(Some(text))
        .build()
}

/// An object composed of closed ones fits no value, so its parts become one object.
fn merge_parts(schemas: &mut BTreeMap<String, RefOr<Schema>>) {
    let parts = schemas.clone();
    for schema in schemas.values_mut() {
        let RefOr::T(Schema::AllOf(composed)) = schema else {
            continue;
        };
        let mut whole = ObjectBuilder::new()
            .description(composed.description.clone())
            .build();
        for part in &composed.items {
            let part = match part {
                RefOr::Ref(Ref { ref_location, .. }) => {
                    let name = ref_location.rsplit('/').next().unwrap_or_default();
                    parts.get(name)
                }
                part @ RefOr::T(_) => Some(part),
            };
            if let Some(RefOr::T(Schema::Object(object))) = part {
                whole.properties.extend(object.properties.clone());
                whole.required.extend(object.required.clone());
            }
        }
        *schema = RefOr::T(Schema::Object(whole));
    }
}

/// Objects with named properties have no others.
fn close(schema: &mut RefOr<Schema>) {
    if let RefOr::T(Schema::Object(object)) = schema
        && !object.properties.is_empty()
        && object.additional_properties.is_none()
    {
        object.additional_properties = Some(Box::new(AdditionalProperties::FreeForm(false)));
    }
}
