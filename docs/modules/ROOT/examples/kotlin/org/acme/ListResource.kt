package org.acme

import io.quarkiverse.usersession.SessionKey
import io.quarkiverse.usersession.SessionValue
import io.quarkiverse.usersession.UserSession
import jakarta.ws.rs.FormParam
import jakarta.ws.rs.GET
import jakarta.ws.rs.POST
import jakarta.ws.rs.Path
import jakarta.ws.rs.core.Response
import java.net.URI

data class ReadingList(val books: List<String> = listOf())

@Path("/list")
class ListResource(
    private val session: UserSession,
    @param:SessionKey("list") private val list: SessionValue<ReadingList>, // <1>
) {

    @GET
    fun show(): String {
        val visits = session.get("visits", Int::class.java).orElse(0) + 1
        session["visits"] = visits // <2>
        val message = session["message"].orElse("No news") // <3>
        return "$message, visit $visits: ${list.get().orElse(ReadingList()).books}"
    }

    @POST
    fun add(@FormParam("title") title: String): Response {
        val before = list.get().orElse(ReadingList())
        list.set(before.copy(books = before.books + title)) // <4>
        session.flash("message", "Added $title")
        return Response.seeOther(URI.create("/list")).build()
    }
}
