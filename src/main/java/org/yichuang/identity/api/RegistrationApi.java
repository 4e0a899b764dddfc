package org.yichuang.identity.api;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yichuang.identity.Account;
import org.yichuang.identity.AccountDto;
import org.yichuang.identity.Attempts;
import org.yichuang.identity.NewAccounts;
import org.yichuang.identity.NewCompany;
import org.yichuang.identity.NewResident;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.Limited;
import org.yichuang.shared.web.Role;

/** Registration by API. */
@RestController
@Access(Role.ANYONE)
class RegistrationApi {
    private static final String TOLD =
            "Too many numbers or login names that are taken were tried from this address, or too many accounts were opened";

    private final NewAccounts accounts;
    private final Attempts attempts;

    RegistrationApi(NewAccounts accounts, Attempts attempts) {
        this.accounts = accounts;
        this.attempts = attempts;
    }

    @Operation(summary = "Open a resident's account, by an 18-digit resident ID number")
    @PostMapping("/api/v1/residents")
    @ResponseStatus(HttpStatus.CREATED)
    @Limited(TOLD)
    ResponseEntity<AccountDto> resident(@RequestBody NewResident body, HttpServletRequest request) {
        return mine(attempts.registering(request.getRemoteAddr(), () -> accounts.registerResident(body)));
    }

    @Operation(summary = "Open a company's account, by a unified social credit code")
    @PostMapping("/api/v1/companies")
    @ResponseStatus(HttpStatus.CREATED)
    @Limited(TOLD)
    ResponseEntity<AccountDto> company(@RequestBody NewCompany body, HttpServletRequest request) {
        return mine(attempts.registering(request.getRemoteAddr(), () -> accounts.registerCompany(body)));
    }

    /** Who signs in with it finds it there. */
    private static ResponseEntity<AccountDto> mine(Account account) {
        return ResponseEntity.created(URI.create(MeApi.ADDRESS)).body(AccountDto.of(account));
    }
}
